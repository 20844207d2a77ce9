export type PriceSourceKind = 'builtin' | 'http';

/** A price from outside is final: what is promised here on top of it nobody would bill. [EXT-13] */
export const promotionsApply = (priceSource: PriceSourceKind): boolean => priceSource === 'builtin';
