import { minorFrom, sum } from '#kernel/money.ts';
import type { KnownItems } from './merge-lines.ts';
import type { CartPricing, CartTotals, Offer } from './price-cart.ts';

/** Whose cart it is, and what beside its lines its price depends on. */
export interface PricedFor {
  readonly accountId: string;
  readonly guest: boolean;
  readonly agreementId?: string | null;
  readonly promotionCodes: readonly string[];
  readonly shippingMethod?: string | null;
  readonly shipToAddressId?: string | null;
  readonly shipToCountry?: string | null;
}

/** What the catalog says a whole cart costs, as decimal text in `currency`. */
export interface DocumentPrice {
  readonly currency: string | null;
  readonly lines: readonly Offer[];
  readonly paymentTerm: string | null;
  readonly pricesIncludeTax: boolean;
  /** Prices are the best of several lists, not those of the site's. */
  readonly bestPrice: boolean;
  readonly taxRelief: string;
  readonly subtotal: string;
  readonly discountTotal: string;
  readonly taxTotal: string;
  /** Why the taxes are not known and in no amount. */
  readonly taxProblem: string | null;
  readonly shippingTotal: string;
  readonly total: string;
  readonly adjustments: CartPricing['adjustments'];
  readonly taxes: CartPricing['taxes'];
  readonly freeLines: CartPricing['freeGoods'];
  readonly promotionsApplied: readonly { readonly id: string }[];
  readonly promotionsRefused: CartPricing['codesRefused'];
  readonly agreementsRefused: CartPricing['agreementsRefused'];
  readonly standing: string | null;
  readonly stands: boolean;
  readonly shipments: CartPricing['shipments'];
}

export const NOTHING_TO_PRICE: DocumentPrice = {
  currency: null,
  lines: [],
  paymentTerm: null,
  pricesIncludeTax: false,
  bestPrice: false,
  taxRelief: '0',
  subtotal: '0',
  discountTotal: '0',
  taxTotal: '0',
  taxProblem: null,
  shippingTotal: '0',
  total: '0',
  adjustments: [],
  taxes: [],
  freeLines: [],
  promotionsApplied: [],
  promotionsRefused: [],
  agreementsRefused: [],
  shipments: [],
  standing: null,
  stands: false,
};

/** What merging has to know of the products of a document; of one that nobody knows, nothing. */
export const itemsOf = ({ lines }: DocumentPrice): KnownItems =>
  new Map(lines.flatMap(({ sku, itemType, primaryUom }) => (itemType === null || primaryUom === null ? [] : [[sku, { itemType, primaryUom }]])));

/** @param kept totals of lines the catalog has no price for now, which stand at their last one */
export function totalsOf(document: DocumentPrice, currency: string, kept: readonly bigint[]): CartTotals {
  const minor = (text: string): bigint => minorFrom(text, currency);
  return {
    subtotalMinor: sum([minor(document.subtotal), ...kept]),
    discountTotalMinor: minor(document.discountTotal),
    taxTotalMinor: minor(document.taxTotal),
    shippingTotalMinor: minor(document.shippingTotal),
    totalMinor: sum([minor(document.total), ...kept]),
  };
}

export const pricingOf = (document: DocumentPrice): CartPricing => ({
  adjustments: document.adjustments,
  taxes: document.taxes,
  freeGoods: document.freeLines,
  promotionIds: document.promotionsApplied.map(({ id }) => id),
  codesRefused: document.promotionsRefused,
  agreementsRefused: document.agreementsRefused,
  paymentTerm: document.paymentTerm,
  pricesIncludeTax: document.pricesIncludeTax,
  taxRelief: document.taxRelief,
  shipments: document.shipments,
  standing: document.standing,
  shippingProblem: document.shipments.find(({ problem }) => problem !== null)?.problem ?? null,
});
