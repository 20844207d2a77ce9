import { Decimal } from 'decimal.js';
import { auxiliaryIdOf, type OrderedItem, type ReturnedCart, type ReturnedLine } from './returned-cart.ts';

const isSame = (a: string, b: string): boolean => new Decimal(a).equals(b);

/** How a purchase order differs from the cart that was returned, a sentence each; none when it is that cart. */
export function differencesOf(sessionId: string, cart: ReturnedCart, items: readonly OrderedItem[]): string[] {
  const left = new Map(cart.lines.map((line) => [auxiliaryIdOf(sessionId, line.id), line]));
  const told: string[] = [];
  for (const item of items) {
    const line = left.get(item.auxiliaryId ?? '');
    if (line) told.push(...differencesIn(line, item, cart.currency));
    else told.push(`${item.sku}: was not in the returned cart, or is ordered twice`);
    left.delete(item.auxiliaryId ?? '');
  }
  return [...told, ...[...left.values()].map(({ sku }) => `${sku}: was in the returned cart and is not ordered`)];
}

function differencesIn(line: ReturnedLine, item: OrderedItem, currency: string): string[] {
  const told: string[] = [];
  if (item.sku !== line.sku) told.push(`${line.sku}: is called ${item.sku}`);
  if (!isSame(item.quantity, line.quantity)) told.push(`${line.sku}: quantity ${item.quantity} instead of ${line.quantity}`);
  if (item.currency !== null && item.currency !== currency) told.push(`${line.sku}: in ${item.currency} instead of ${currency}`);
  else if (item.unitPrice !== null && !isSame(item.unitPrice, line.unitPrice)) told.push(`${line.sku}: unit price ${item.unitPrice} instead of ${line.unitPrice} ${currency}`);
  return told;
}
