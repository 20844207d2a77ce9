import { plus } from '#kernel/quantity.ts';
import type { ConfirmedLine } from './confirmation.ts';

type Needed = Pick<ConfirmedLine, 'sku' | 'quantity' | 'uom' | 'configuration'>;
type Ordered = Needed & Pick<ConfirmedLine, 'custom'>;

/** What an order takes from the stock: one figure a product, unit and configuration, however many lines name it. The catalog knows what a box holds. */
export function stockNeeded(lines: readonly Ordered[]): Needed[] {
  const needed = new Map<string, Needed>();
  for (const { sku, quantity, uom, configuration, custom } of lines) {
    if (custom) continue;
    const key = JSON.stringify([sku, uom, configuration ?? null]);
    needed.set(key, { sku, uom, quantity: plus(needed.get(key)?.quantity ?? '0', quantity), ...(configuration && { configuration }) });
  }
  return [...needed.values()];
}
