import type { ErrorCode } from '#kernel/errors.ts';
import type { ConfigurationFault } from '../configure-parts.ts';
import type { ItemType } from '../item-types.ts';
import type { OrderProblem } from '../order-problem.ts';
import type { TaxClass } from '../tax-classes.ts';
import type { Territory } from './pricing-request.ts';
import type { Step } from './waterfall.ts';

/** What a document costs, and why. Amounts are minor units of `currency`, unit prices millionths of its major unit. */
export interface PricedDocument {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  /** Whether prices are the best of several lists, not those of the site's. */
  readonly bestPrice: boolean;
  readonly paymentTerm: string | null;
  readonly lines: readonly PricedLine[];
  readonly freeLines: readonly FreeLine[];
  readonly adjustments: readonly Adjustment[];
  /** All freight together; null when nobody said how to ship. */
  readonly shipping: PricedShipping | null;
  /** What it is made of: the document's own shipment, and those of lines that go elsewhere or otherwise. */
  readonly shipments: readonly PricedShipment[];
  readonly taxes: readonly TaxAmount[];
  readonly subtotalMinor: bigint;
  readonly discountTotalMinor: bigint;
  /** Tax within prices that include it, taken off for who is exempt. */
  readonly taxReliefMinor: bigint;
  readonly taxTotalMinor: bigint;
  /** The taxes are not known: they are not in the totals, and nobody may order it like that. */
  readonly taxProblem: TaxProblem | null;
  readonly shippingTotalMinor: bigint;
  readonly totalMinor: bigint;
  readonly promotionsApplied: readonly AppliedPromotion[];
  readonly promotionsRefused: readonly RefusedPromotion[];
  readonly agreementsRefused: readonly RefusedAgreement[];
  /** What the price was made of; a document is out of date when one of them moves. */
  readonly sources: readonly PriceSource[];
}

export type LineProblem = OrderProblem | Extract<ErrorCode, 'UNKNOWN_SKU' | 'PRICE_NOT_FOUND' | 'EXCHANGE_RATE_NOT_FOUND' | 'PRICE_UNAVAILABLE' | 'CONFIGURATION_INVALID'>;

export type TaxProblem = Extract<ErrorCode, 'TAX_UNAVAILABLE'>;

/** A line before the document is looked at as a whole. */
export interface UnitPricedLine {
  readonly id: string;
  readonly sku: string;
  readonly uom: string;
  readonly quantity: string;
  readonly name: string | null;
  readonly taxClass: TaxClass;
  readonly itemType: ItemType | null;
  readonly primaryUom: string | null;
  readonly problem: LineProblem | null;
  /** What is wrong with what was chosen. */
  readonly configurationFault: ConfigurationFault | null;
  readonly priceList: string | null;
  readonly priceListVersion: number | null;
  readonly listMicro: bigint | null;
  readonly unitMicro: bigint | null;
  readonly totalMinor: bigint | null;
  readonly steps: readonly Step[];
  readonly validUntil: Date | null;
  readonly overridden: boolean;
  /** What each promotion took off the line, and those that give goods. */
  readonly promotions: readonly { readonly id: string; readonly amountMinor: bigint }[];
  readonly promotionsLost: readonly { readonly id: string; readonly reason: PromotionRefusal }[];
  readonly available: string | null;
  /** An outside inventory system did not say. */
  readonly stockUnknown?: boolean;
  readonly indivisible: boolean;
  readonly returnable: boolean;
}

export interface PricedLine extends UnitPricedLine {
  /** The line's part of the cart-level promotions. */
  readonly discountMinor: bigint;
  readonly taxes: readonly TaxAmount[];
}

export interface FreeLine {
  readonly sku: string;
  readonly name: string | null;
  readonly uom: string;
  readonly quantity: string;
  readonly promotionId: string;
  readonly promotionVersion: number;
  /** The lines whose goods earn it. */
  readonly freeGoodsOf: readonly string[];
  readonly available: string | null;
}

export interface Adjustment {
  readonly promotionId: string;
  /** Null for a discount that is no promotion's. */
  readonly promotionVersion: number | null;
  readonly name: string;
  readonly code: string | null;
  readonly amountMinor: bigint;
}

export interface TaxAmount {
  readonly code: string;
  readonly rate: string;
  readonly baseMinor: bigint;
  readonly amountMinor: bigint;
}

/** Lines that travel together. */
export interface PricedShipment extends Omit<PricedShipping, 'taxes'> {
  /** The address of lines that go elsewhere than the document; null for the document's own. */
  readonly shipToId: string | null;
  /** Null: nobody said. */
  readonly shipTo: Territory | null;
  readonly taxed: boolean;
}

export interface PricedShipping {
  readonly method: string;
  readonly name: string | null;
  readonly chargeMinor: bigint;
  readonly taxes: readonly TaxAmount[];
  readonly problem: ShippingProblem | null;
}
export type ShippingProblem = 'UNKNOWN_METHOD' | 'NOT_SERVED' | 'EXCHANGE_RATE_NOT_FOUND';

export interface AppliedPromotion {
  readonly id: string;
  readonly version: number;
  readonly code: string | null;
  readonly amountMinor: bigint;
}

/** Why a promotion is not applied. A code that belongs to others is unknown: nobody learns of their terms. */
export type PromotionRefusal = 'UNKNOWN_CODE' | 'NOT_IN_FORCE' | 'USED_UP' | 'USED_UP_BY_CUSTOMER' | 'NOT_COMBINABLE' | 'NOT_APPLICABLE' | 'OVERRIDDEN';

export interface RefusedPromotion {
  readonly code: string;
  readonly reason: PromotionRefusal;
}

export interface RefusedAgreement {
  readonly id: string;
  /** Null: the agreement of the document. */
  readonly lineId: string | null;
  readonly reason: 'UNKNOWN_AGREEMENT' | 'NOT_IN_FORCE';
}

export interface PriceSource {
  readonly type: 'priceList' | 'agreement' | 'promotion' | 'exchangeRates' | 'taxTable' | 'shipping';
  readonly id: string;
  readonly version: number;
}
