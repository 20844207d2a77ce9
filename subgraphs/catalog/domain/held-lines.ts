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

/** A line as a checkout asked for it: a product in a unit, before kits are taken apart. */
export interface AskedLine extends StockLine {
  readonly uom?: string | null;
}

/** One line a product and unit, in an order of its own: the same question asked in another order is the same question. */
export function sumAskedLines(lines: readonly AskedLine[]): AskedLine[] {
  const byUnit = Map.groupBy(lines, ({ uom }) => uom ?? null);
  return [...byUnit]
    .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
    .flatMap(([uom, some]) => sumStockLines(some).map((line) => ({ ...line, uom })));
}

export function isSameQuestion(a: readonly AskedLine[], b: readonly AskedLine[]): boolean {
  return a.length === b.length && a.every(({ sku, uom, quantity }, i) => sku === b[i]?.sku && uom === b[i]?.uom && quantity === b[i]?.quantity);
}
