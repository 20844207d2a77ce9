import { plus } from '#kernel/quantity.ts';
import type { ConfirmedLine } from './confirmation.ts';

type Needed = Pick<ConfirmedLine, 'sku' | 'quantity' | 'uom'>;

/** What an order takes from the stock: one figure a product and unit, however many lines name it. The catalog knows what a box holds. */
export function stockNeeded(lines: readonly Needed[]): Needed[] {
  const needed = new Map<string, Needed>();
  for (const { sku, quantity, uom } of lines) {
    const key = JSON.stringify([sku, uom]);
    needed.set(key, { sku, uom, quantity: plus(needed.get(key)?.quantity ?? '0', quantity) });
  }
  return [...needed.values()];
}
