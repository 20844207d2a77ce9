import type { Money } from '#kernel/money.ts';

/* What the catalog says of a whole quote: amounts are decimal text in its currency. */

export interface PriceCandidate {
  readonly source: string;
  readonly unitPrice: Money;
  readonly reason: string;
}

export interface ExplanationStep {
  readonly kind: string;
  readonly source: string;
  readonly sourceVersion?: number | null;
  readonly delta: Money;
  readonly unitPriceAfter: Money;
  readonly note?: string | null;
  readonly losers?: PriceCandidate[] | null;
}

export interface Tax {
  readonly code: string;
  readonly rate: string;
  readonly base: string;
  readonly amount: string;
}

export interface Adjustment {
  readonly promotionId: string;
  readonly name: string;
  readonly code: string | null;
  readonly amount: string;
}

/** Goods that a promotion adds for nothing. */
export interface FreeGoods {
  readonly sku: string;
  readonly name: string | null;
  readonly quantity: string;
  readonly uom: string;
  readonly promotionId: string;
}

export type LineProblem = 'UNKNOWN_SKU' | 'UNKNOWN_UOM' | 'QUANTITY_INVALID' | 'QUANTITY_INDIVISIBLE' | 'CONFIGURATION_INVALID' | 'PRICE_NOT_FOUND' | 'PRICE_UNAVAILABLE' | 'EXCHANGE_RATE_NOT_FOUND';

/** One line: a price with its way there, or why there is none. */
export interface AnsweredLine {
  readonly id: string;
  readonly uom: string;
  readonly problem: LineProblem | null;
  readonly configurationFault?: { readonly reason: string; readonly optionClass: string; readonly option: string | null } | null;
  readonly name: string | null;
  readonly listPrice: string | null;
  readonly unitPrice: string | null;
  readonly total: string | null;
  readonly discount: string;
  readonly taxes: Tax[];
  readonly explanation: readonly ExplanationStep[];
}

export interface PricedAnswer {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly paymentTerm: string | null;
  readonly lines: readonly AnsweredLine[];
  readonly freeLines: FreeGoods[];
  readonly adjustments: Adjustment[];
  readonly shipping: { readonly problem: string | null } | null;
  readonly taxes: Tax[];
  readonly subtotal: string;
  readonly discountTotal: string;
  readonly taxRelief: string;
  readonly taxTotal: string;
  readonly taxProblem: 'TAX_UNAVAILABLE' | null;
  readonly shippingTotal: string;
  readonly total: string;
  readonly promotionsApplied: readonly { readonly id: string }[];
  readonly promotionsRefused: readonly { readonly code: string; readonly reason: string }[];
  readonly agreementsRefused: readonly { readonly id: string; readonly lineId: string | null; readonly reason: string }[];
}
