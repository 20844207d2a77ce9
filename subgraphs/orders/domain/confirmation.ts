import type { Money } from '#kernel/money.ts';

/** What the buyer confirmed, as the cart or the quote froze it. */
export interface Confirmed<Line = ConfirmedLine> {
  readonly accountId: string;
  readonly ownerId: string;
  readonly currency: string;
  readonly subtotal: string;
  readonly taxTotal: string;
  readonly shippingTotal: string;
  readonly total: string;
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
  readonly delta: Money;
  readonly unitPriceAfter: Money;
  readonly note?: string | null;
}
