/** What shall be priced: a whole document in one question. */
export interface PricingRequest {
  readonly site: string;
  /** Whose agreements, lists and limits count: the sold-to account, whoever asks. [CART-70, SHARE-30] */
  readonly accountId: string;
  /** Guests pay the site's list, whatever the mode. [CART-64] */
  readonly guest: boolean;
  /** Also what the site does not sell: for the seller's people. */
  readonly wholeCatalog?: boolean;
  readonly at: Date;
  /** The site's currency when left out. */
  readonly currency?: string | null;
  /** Only a quote may carry overrides. */
  readonly mode: 'CART' | 'QUOTE';
  readonly agreementId?: string | null;
  readonly promotionCodes: readonly string[];
  /** False: prices come from outside, and what we would take off them is not ours to say. [EXT-13] */
  readonly promotions?: boolean;
  readonly shippingMethod?: string | null;
  readonly shipTo?: Territory | null;
  readonly taxExempt?: boolean | null;
  readonly lines: readonly LineRequest[];
}

export interface Territory {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region?: string | null;
}

export interface LineRequest {
  readonly id: string;
  readonly sku: string;
  readonly quantity: string;
  readonly uom?: string | null;
  /** Wins over the agreement of the document. [CART-67] */
  readonly agreementId?: string | null;
  readonly override?: Override | null;
  /** Why the price system of the seller gave no price. */
  readonly outsideProblem?: 'PRICE_UNAVAILABLE' | 'PRICE_NOT_FOUND';
}

export interface Override {
  /** A rep's own price, unless it comes from the price system of the seller. */
  readonly kind?: 'OVERRIDE' | 'OUTSIDE';
  readonly unitMicro: bigint;
  readonly by: string;
  readonly reason?: string | null;
}
