/** Any change of what is in a cart, or of what it costs here, makes the price of a partner one of something else. [V.36] */
export const isEstimate = ({ partnerPricedHash, priceHash }: { readonly partnerPricedHash?: string | null; readonly priceHash: string }, { partnerTransfer }: { readonly partnerTransfer: boolean }): boolean =>
  partnerTransfer && partnerPricedHash !== priceHash;
