/** What shall be priced: a whole document in one question. */
export interface PricingRequest {
  readonly site: string;
  /** Whose agreements, lists and limits count: the sold-to account, whoever asks. [CART-70, SHARE-30] */
  readonly accountId: string;
  /** Guests pay the site's list, whatever the mode. [CART-64] */
  readonly guest: boolean;
  readonly at: Date;
  /** The site's currency when left out. */
  readonly currency?: string | null;
  /** Only a quote may carry overrides. */
  readonly mode: 'CART' | 'QUOTE';
  readonly agreementId?: string | null;
  readonly promotionCodes: readonly string[];
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
}

export interface Override {
  readonly unitMicro: bigint;
  readonly by: string;
  readonly reason?: string | null;
}
