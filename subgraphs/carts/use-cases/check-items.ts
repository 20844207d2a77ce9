import { refuse } from '#kernel/errors.ts';
import { fromMicro, isZero } from '#kernel/quantity.ts';
import type { CartsContext } from '../context.ts';
import type { WantedLine } from '../domain/change-lines.ts';
import { fitsInList, MAX_LIST_LINES, type ListItem } from '../domain/list-lines.ts';
import type { CartLine } from '../entities/cart-line.ts';
import { askItems } from '../peers/list-items.ts';

/** Lines that somebody names for a list: the catalog must sell them so, all of them. */
export async function checkItems({ ask }: CartsContext, wanted: readonly WantedLine[]): Promise<ListItem[]> {
  refuseTooMany(wanted.length);
  if (wanted.length === 0) return [];
  return (await askItems(ask, wanted)).map(({ sku, quantity, uom, problem, message, product }, i) => {
    if (problem) throw refuse(problem, message ?? 'It cannot be had.', { sku });
    if (sku === null || quantity === null || uom === null || product === null) throw new Error('The catalog neither knows an item nor says why.');
    const item = { sku, quantity, uom, itemType: product.itemType, configuration: wanted[i]?.configuration };
    if (isZero(quantity)) throw refuse('QUANTITY_INVALID', 'Keep at least some of it.', { sku, quantity });
    if (!fitsInList(item)) throw refuse('BAD_USER_INPUT', `${sku} is a service, and lists hold none.`, { sku });
    return item;
  });
}

export interface PickedItem extends ListItem {
  readonly lineId: string;
}

/** What a list can hold of a cart, as the cart has it: whether it can still be had is asked when it goes back into one. [LIST-10] */
export async function pickItems({ ask }: CartsContext, cartId: string, lines: readonly CartLine[]): Promise<PickedItem[]> {
  refuseTooMany(lines.length);
  const asked = lines.map(({ id, sku, quantityMicro, uom, configuration }) => ({ lineId: id, sku, quantity: fromMicro(quantityMicro), uom, configuration }));
  const answers = asked.length === 0 ? [] : await askItems(ask, asked);
  const items = asked.map((line, i) => ({ ...line, itemType: answers[i]?.product?.itemType ?? null })).filter(fitsInList);
  if (items.length === 0) throw refuse('CART_EMPTY', 'The cart has nothing that a list can hold.', { cartId });
  return items;
}

function refuseTooMany(lines: number): void {
  if (lines > MAX_LIST_LINES) throw refuse('BAD_USER_INPUT', `A list holds at most ${MAX_LIST_LINES} lines.`, { lines });
}
