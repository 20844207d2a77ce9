import { refuse } from '#kernel/errors.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { CartsContext } from '../context.ts';
import { pickLines } from '../domain/pick-lines.ts';
import type { Cart } from '../entities/cart.ts';
import { checkoutExpressItems } from './checkout-express-items.ts';
import { requireExpressBuyer } from './guard-express.ts';
import { readListWithLines } from './read-list.ts';

/** The buyer buys a whole list, or lines of it, in one step; the list keeps them. [LIST-18, EXP-04] */
export async function checkoutExpressList(context: CartsContext, { listId, lineIds, idempotencyKey }: { listId: string; lineIds?: readonly string[] | null; idempotencyKey?: string | null }): Promise<Cart> {
  requireExpressBuyer(context);
  const { lines } = await readListWithLines(context, listId);
  const picked = lineIds == null ? lines : pickLines(lines, lineIds);
  if (picked.length === 0) throw refuse('BAD_USER_INPUT', 'The list is empty.', { listId });
  return checkoutExpressItems(context, {
    idempotencyKey,
    lines: picked.map(({ sku, quantityMicro, uom, configuration }) => ({ sku, quantity: fromMicro(quantityMicro), uom, configuration })),
    asked: { operation: 'expressCheckoutList', body: { listId, lineIds } },
  });
}
