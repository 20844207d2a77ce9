import { createHash } from 'node:crypto';

export interface HashedLine {
  readonly id: string;
  readonly sku: string;
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly unitMicro: bigint;
  readonly totalMinor: bigint;
}

/**
 * The fingerprint of what a buyer agrees to pay: lines, quantities, unit prices, totals, currency. A price list that
 * moved without moving a line's price does not change it.
 */
export function priceHash(currency: string, lines: readonly HashedLine[], totals: { discountTotalMinor: bigint; taxTotalMinor: bigint; shippingTotalMinor: bigint }): string {
  const hash = createHash('sha256').update(`${currency}|${totals.discountTotalMinor}|${totals.taxTotalMinor}|${totals.shippingTotalMinor}`);
  for (const line of lines) hash.update(`\n${line.id}|${line.sku}|${line.quantityMicro}|${line.uom}|${line.unitMicro}|${line.totalMinor}`);
  return hash.digest('base64url');
}
