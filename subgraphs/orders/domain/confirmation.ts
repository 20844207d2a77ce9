import type { Money } from '#kernel/money.ts';

export interface ConfirmedTax {
  readonly code: string;
  readonly rate: string;
  readonly base: string;
  readonly amount: string;
}

export interface ConfirmedAdjustment {
  readonly promotionId: string;
  readonly name: string;
  readonly code: string | null;
  readonly amount: string;
}

/** Everything of it but the lines. */
export interface Terms {
  readonly accountId: string;
  readonly ownerId: string;
  readonly currency: string;
  readonly subtotal: string;
  readonly taxTotal: string;
  readonly shippingTotal: string;
  readonly discountTotal: string;
  readonly total: string;
  readonly pricesIncludeTax: boolean;
  /** Tax within the prices that an exempt buyer was spared. */
  readonly taxRelief: string;
  readonly taxes: readonly ConfirmedTax[];
  readonly adjustments: readonly ConfirmedAdjustment[];
  /** The promotions to count as used. */
  readonly promotionIds: readonly string[];
  readonly paymentTerm: string | null;
  readonly shippingMethod: string | null;
}

/** What the buyer confirmed, as the cart or the quote froze it. */
export interface Confirmed<Line = ConfirmedLine> extends Terms {
  readonly lines: readonly Line[];
}

export interface ConfirmedLine {
  readonly sku: string;
  /** Null when the product's own name will do. */
  readonly description: string | null;
  readonly quantity: string;
  readonly uom: string;
  readonly unitPrice: string;
  readonly total: string;
  /** The line's share of what promotions took off the whole. */
  readonly discount: string;
  readonly taxes: readonly ConfirmedTax[];
  readonly explanation: readonly PriceStep[];
}

/** The order is written from this and nothing else. [I5] */
export type Confirmation = Confirmed<OrderedLine>;

export interface OrderedLine extends ConfirmedLine {
  readonly description: string;
  readonly returnable: boolean;
}

/** What the catalog calls a product, and whether it may come back, at the moment of the order. */
export interface ProductFacts {
  readonly name: string | null;
  readonly returnable: boolean;
}

export function describeLines(confirmed: Confirmed, factsOf: ReadonlyMap<string, ProductFacts>): Confirmation {
  const lines = confirmed.lines.map((line): OrderedLine => {
    const facts = factsOf.get(line.sku);
    return { ...line, description: line.description ?? facts?.name ?? line.sku, returnable: facts?.returnable ?? true };
  });
  return { ...confirmed, lines };
}

export interface PriceStep {
  readonly kind: string;
  readonly source: string;
  readonly sourceVersion?: number | null;
  readonly delta: Money;
  readonly unitPriceAfter: Money;
  readonly note?: string | null;
  readonly losers?: { readonly source: string; readonly unitPrice: Money; readonly reason: string }[] | null;
}
