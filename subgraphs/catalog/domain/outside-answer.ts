/** What an outside price system says of one line. */
export type PriceAnswer =
  | { readonly unitPrice: string; readonly currency: string; readonly validUntil: Date | null; readonly cacheable: boolean }
  /** PRICE_NOT_FOUND: it answered that there is none. PRICE_UNAVAILABLE: it did not answer, or nothing that can be trusted. */
  | { readonly problem: 'PRICE_NOT_FOUND' | 'PRICE_UNAVAILABLE' };

/** What an outside inventory system says of one product; `available` null means that it does not count it. */
export type StockAnswer =
  | { readonly available: string | null; readonly validUntil: Date | null; readonly cacheable: boolean }
  | { readonly problem: 'AVAILABILITY_UNKNOWN' };

/** What an outside tax system says of one line; without an answer the tax is unknown, never zero. */
export type TaxAnswer =
  | {
      readonly taxes: readonly { readonly code: string; readonly name: string; readonly rate: string; readonly amount: string }[];
      /** Tax within the price that this buyer does not owe, decimal text. */
      readonly relief: string;
    }
  | { readonly problem: 'TAX_UNAVAILABLE' };

/** What an outside inventory system says to a reservation: all of it is held, or one product there is too little of, or nothing that can be trusted. */
export type HoldAnswer =
  | { readonly held: true }
  | { readonly problem: 'INSUFFICIENT_STOCK'; readonly sku: string; readonly available: string }
  | { readonly problem: 'AVAILABILITY_UNKNOWN' };

/** What an outside price system comes to for a whole order. */
export type TotalAnswer = { readonly total: string } | { readonly problem: 'PRICE_UNAVAILABLE' };
