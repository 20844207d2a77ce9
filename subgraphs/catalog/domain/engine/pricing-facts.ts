import type { Counted } from '../availability.ts';
import type { Ratio } from '../convert-quantity.ts';
import type { Part } from '../expand-kits.ts';
import type { ItemType } from '../item-types.ts';
import type { OptionClass } from '../option-classes.ts';
import type { Orderable } from '../order-problem.ts';
import type { TaxClass } from '../tax-classes.ts';

/** Everything a price may depend on, read beforehand. The order of rows never matters. */
export interface PricingFacts {
  readonly site: SiteFacts;
  readonly products: ReadonlyMap<string, ProductFacts>;
  readonly lists: ReadonlyMap<string, ListFacts>;
  /** The lists open to the account, for best-price mode. */
  readonly openLists: readonly string[];
  /** By SKU, then by price list. */
  readonly prices: ReadonlyMap<string, ReadonlyMap<string, readonly PriceRow[]>>;
  /** Those the account may use at all, by id. */
  readonly agreements: ReadonlyMap<string, AgreementFacts>;
  readonly promotions: readonly PromotionFacts[];
  /** Of promotions with a limit, by id. */
  readonly uses: ReadonlyMap<string, PromotionUses>;
  readonly taxes: { readonly version: number; readonly rates: readonly TaxRateFacts[] };
  readonly exemptions: readonly ExemptionFacts[];
  readonly exchange: { readonly version: number; readonly rates: readonly ExchangeRateFacts[] };
  readonly shipping: { readonly version: number; readonly methods: readonly ShippingMethodFacts[] };
}

export const PRICING_MODES = ['SITE_LIST', 'BEST_PRICE'] as const;
export type PricingMode = (typeof PRICING_MODES)[number];

export interface SiteFacts {
  readonly mode: PricingMode;
  readonly priceList: string;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  /** Where taxes are those of when nobody said where to. */
  readonly country: string | null;
  readonly paymentTerm: string | null;
}

export interface ProductFacts extends Orderable {
  readonly name: string;
  readonly itemType?: ItemType;
  readonly primaryUom: string;
  /** Whether the site has it in its assortment. */
  readonly sold: boolean;
  readonly returnable: boolean;
  readonly taxClass: TaxClass;
  /** Kilograms of one primary unit, in millionths; null when nobody weighed it. */
  readonly weightMicro: bigint | null;
  /** In the primary unit; of a kit, how many its parts are enough for. */
  readonly stock?: Counted;
  /** How many primary units one of another unit holds, as far as the request needs it. */
  readonly factors?: ReadonlyMap<string, Ratio>;
  /** What a kit is put together of. */
  readonly parts?: readonly Part[];
  /** What may be chosen of them. */
  readonly optionClasses?: readonly OptionClass[];
}

/** CHEAPEST: of the tiers a quantity reaches the cheapest holds. REACHED: the last one holds, though a smaller one were cheaper. */
export const TIER_RULES = ['CHEAPEST', 'REACHED'] as const;
export type TierRule = (typeof TIER_RULES)[number];

export interface ListFacts {
  readonly code: string;
  readonly currency: string;
  readonly version: number;
  readonly tierRule: TierRule;
}

export interface PriceRow {
  readonly uom: string;
  readonly minQuantityMicro: bigint;
  readonly unitPriceMicro: bigint;
  readonly validFrom: Date;
  readonly validUntil?: Date | null;
}

export interface Dated {
  readonly validFrom: Date;
  readonly validUntil?: Date | null;
}

export interface AgreementFacts extends Dated {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** Replaces the list of the site. [CART-68] */
  readonly priceList: string | null;
  readonly paymentTerm: string | null;
  readonly percentOff: string | null;
  readonly amountOffMicro: bigint | null;
  readonly currency: string | null;
}

export const PROMOTION_LEVELS = ['LINE', 'CART'] as const;
export const PROMOTION_KINDS = ['PERCENT', 'AMOUNT', 'BUY_GET'] as const;
export const STACKINGS = ['STACKABLE', 'EXCLUSIVE'] as const;

export interface PromotionFacts extends Dated {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** Null: applies by itself. */
  readonly code: string | null;
  readonly level: (typeof PROMOTION_LEVELS)[number];
  readonly kind: (typeof PROMOTION_KINDS)[number];
  readonly percentOff: string | null;
  /** Off each unit at line level, off the document at cart level. */
  readonly amountOffMicro: bigint | null;
  readonly currency: string | null;
  readonly buyMicro: bigint | null;
  readonly getMicro: bigint | null;
  readonly getSku: string | null;
  /** Null: every product. */
  readonly skus: readonly string[] | null;
  /** Null: everybody. */
  readonly accountIds: readonly string[] | null;
  readonly minQuantityMicro: bigint | null;
  readonly minSubtotalMicro: bigint | null;
  readonly stacking: (typeof STACKINGS)[number];
  /** The highest comes first; of equals the first id. */
  readonly priority: number;
  readonly useLimit: number | null;
  readonly useLimitPerCustomer: number | null;
  readonly active: boolean;
}

export interface PromotionUses {
  readonly byAll: number;
  readonly byAccount: number;
}

export interface TaxRateFacts extends Dated {
  readonly code: string;
  readonly country: string;
  /** Empty: the whole country. */
  readonly region: string;
  readonly taxClass: TaxClass;
  readonly rate: string;
}

export interface ExemptionFacts extends Dated {
  readonly country: string;
  /** Empty: every tax code. */
  readonly code: string;
}

export interface ExchangeRateFacts {
  readonly base: string;
  readonly quote: string;
  /** So many of `quote` for one of `base`, from `validFrom` until the next one. */
  readonly rate: string;
  readonly validFrom: Date;
  /** Decimals a converted price is rounded to; six when null. */
  readonly decimals: number | null;
}

export interface ShippingMethodFacts {
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  readonly flatMinor: bigint;
  readonly perKilogramMinor: bigint;
  /** Goods of this worth travel free. */
  readonly freeFromMinor: bigint | null;
  /** Null: everywhere. */
  readonly countries: readonly string[] | null;
  readonly taxed: boolean;
}

/** From the first moment on, up to and without the last. */
export const holdsAt = ({ validFrom, validUntil }: Dated, at: Date): boolean => validFrom <= at && (validUntil == null || at < validUntil);
