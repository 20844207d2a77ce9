import { plus } from '#kernel/quantity.ts';
import type { ConfirmedLine } from './confirmation.ts';

/** What an order takes from the stock: one figure a product, however many lines name it. */
export function stockNeeded(lines: readonly Pick<ConfirmedLine, 'sku' | 'quantity'>[]): { sku: string; quantity: string }[] {
  const needed = new Map<string, string>();
  for (const { sku, quantity } of lines) needed.set(sku, plus(needed.get(sku) ?? '0', quantity));
  return [...needed].map(([sku, quantity]) => ({ sku, quantity }));
}
