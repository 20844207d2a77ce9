interface Column {
  readonly shipmentColumnLabel?: string;
  readonly shipmentColumnUrl?: string;
}

/** The extra column of a parcel: off unless the deployment names a label and an address; nothing while there is no number to track. [ORD-34] */
export function shipmentLink({ shipmentColumnLabel: label, shipmentColumnUrl: url }: Column, { number, trackingNumbers }: { readonly number: string; readonly trackingNumbers: readonly string[] }): { label: string; url: string } | null {
  if (label === undefined || url === undefined) return null;
  const [trackingNumber] = trackingNumbers;
  if (url.includes('{trackingNumber}') && trackingNumber === undefined) return null;
  return { label, url: url.replaceAll('{trackingNumber}', encodeURIComponent(trackingNumber ?? '')).replaceAll('{shipmentNumber}', encodeURIComponent(number)) };
}
