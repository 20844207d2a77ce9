import type { OptionChoice } from '#kernel/option-choice.ts';

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
  /** What a rep charges for it instead, in the currency of the document; only of a quote. */
  readonly freight?: string | null;
  /** What was agreed to come off the whole beside promotions, in the currency of the document; only of a quote. */
  readonly discount?: string | null;
  readonly shipTo?: Territory | null;
  readonly taxExempt?: boolean | null;
  /** True: an outside system says what the taxes are, and the tables of the catalog nothing. */
  readonly outsideTaxes?: boolean;
  readonly lines: readonly LineRequest[];
}

export interface Territory {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region?: string | null;
  /** For outside tax systems; our tables know none. */
  readonly postalCode?: string | null;
}

export interface LineRequest {
  readonly id: string;
  readonly sku: string;
  readonly quantity: string;
  readonly uom?: string | null;
  /** What was chosen of a model; what is not said is its default. */
  readonly configuration?: readonly OptionChoice[] | null;
  /** Wins over the agreement of the document. [CART-67] */
  readonly agreementId?: string | null;
  readonly override?: Override | null;
  /** Where they differ from those of the document. */
  readonly shippingMethod?: string | null;
  readonly shipTo?: Territory | null;
  /** Tells addresses of one territory apart: each is a shipment of its own. */
  readonly shipToId?: string | null;
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
