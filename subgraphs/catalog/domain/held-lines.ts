import type { OptionChoice } from '#kernel/option-choice.ts';
import { compare, minus, plus, readQuantity } from '#kernel/quantity.ts';
import { completeChoices } from './configure-parts.ts';

export interface StockLine {
  readonly sku: string;
  /** Decimal text, in the product's primary unit. */
  readonly quantity: string;
}

/** A line as the reservation remembers it; stock that is not tracked is not counted down either. */
export interface HeldLine extends StockLine {
  readonly tracked: boolean;
  /** What an order that was placed too late did not get: `quantity` is the rest. */
  readonly missing?: string;
}

/** What goes back to the shelf when so much of a line is canceled: first what never left it, then what did. */
export function takeBack(line: HeldLine, canceled: string): { readonly quantity: string; readonly left: HeldLine } {
  const missing = line.missing ?? '0';
  const neverLeft = least(canceled, missing);
  const quantity = least(minus(canceled, neverLeft), line.quantity);
  return { quantity, left: { ...line, quantity: minus(line.quantity, quantity), missing: minus(missing, neverLeft) } };
}

const least = (a: string, b: string): string => (compare(a, b) < 0 ? a : b);

/** One line a SKU, ordered by SKU: whoever takes stock takes it in the same order, so that nobody waits in a circle. */
export function sumStockLines(lines: readonly StockLine[]): StockLine[] {
  const bySku = new Map<string, string>();
  for (const { sku, quantity } of lines) bySku.set(sku, plus(bySku.get(sku) ?? '0', readQuantity(quantity)));
  return [...bySku].map(([sku, quantity]) => ({ sku, quantity })).sort((a, b) => (a.sku < b.sku ? -1 : 1));
}

/** A line as a checkout asked for it: a product in a unit, before kits are taken apart. */
export interface AskedLine extends StockLine {
  readonly uom?: string | null;
  /** What was chosen of a model. */
  readonly configuration?: readonly OptionChoice[] | null;
}

/** One line a product, unit and configuration, in an order of its own: the same question asked in another order is the same question. */
export function sumAskedLines(lines: readonly AskedLine[]): AskedLine[] {
  const alike = Map.groupBy(lines, ({ uom, configuration }) => JSON.stringify([uom ?? null, configuration?.length ? completeChoices(configuration) : null]));
  return [...alike]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, some]) => {
      const [uom, configuration] = JSON.parse(key) as [string | null, OptionChoice[] | null];
      return sumStockLines(some).map((line) => ({ ...line, uom, ...(configuration && { configuration }) }));
    });
}

export function isSameQuestion(a: readonly AskedLine[], b: readonly AskedLine[]): boolean {
  return a.length === b.length && a.every(({ sku, uom, quantity, configuration = null }, i) => sku === b[i]?.sku && uom === b[i]?.uom && quantity === b[i]?.quantity && JSON.stringify(configuration) === JSON.stringify(b[i]?.configuration ?? null));
}
