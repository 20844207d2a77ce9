import { plus, readQuantity } from '#kernel/quantity.ts';

export interface StockLine {
  readonly sku: string;
  /** Decimal text, in the product's primary unit. */
  readonly quantity: string;
}

/** A line as the reservation remembers it; stock that is not tracked is not counted down either. */
export interface HeldLine extends StockLine {
  readonly tracked: boolean;
}

/** One line a SKU, ordered by SKU: whoever takes stock takes it in the same order, so that nobody waits in a circle. */
export function sumStockLines(lines: readonly StockLine[]): StockLine[] {
  const bySku = new Map<string, string>();
  for (const { sku, quantity } of lines) bySku.set(sku, plus(bySku.get(sku) ?? '0', readQuantity(quantity)));
  return [...bySku].map(([sku, quantity]) => ({ sku, quantity })).sort((a, b) => (a.sku < b.sku ? -1 : 1));
}

export function isSameStock(a: readonly StockLine[], b: readonly StockLine[]): boolean {
  return a.length === b.length && a.every((line, i) => line.sku === b[i]?.sku && line.quantity === b[i]?.quantity);
}
