import { answerTo } from '#kernel/idempotency.ts';
import { refuse } from '#kernel/errors.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { CartsContext } from '../context.ts';
import { removeListLines } from '../domain/list-lines.ts';
import { pickLines } from '../domain/pick-lines.ts';
import type { Cart } from '../entities/cart.ts';
import { addCartLines } from './add-cart-lines.ts';
import { readCart } from './read-cart.ts';
import { readListWithLines, requireListOwner } from './read-list.ts';
import { findList, writeList } from './write-list.ts';

export interface AddListToCart {
  readonly listId: string;
  /** Absent: all of them. */
  readonly lineIds?: readonly string[] | null;
  readonly cartId?: string | null;
  /** Of the cart. */
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

/**
 * Lines of a list go into a cart as if they were added one by one: the active cart when none is named, made when there is
 * none. The list keeps them, or loses them in the same transaction. [LIST-06..08]
 */
export async function addListToCart(context: CartsContext, wanted: AddListToCart, { move }: { move: boolean }): Promise<Cart> {
  const viewer = requireListOwner(context);
  const { listId, lineIds, cartId, expectedVersion, idempotencyKey } = wanted;
  const asked = { operation: move ? 'moveListLinesToCart' : 'addListToCart', body: { listId, lineIds, cartId } };
  const known = await answerTo(context.db, viewer, { ...asked, key: idempotencyKey });
  if (known !== undefined) return readCart(context, known);

  const { list, lines } = await readListWithLines(context, listId);
  const picked = lineIds == null ? lines : pickLines(lines, lineIds);
  if (picked.length === 0) throw refuse('BAD_USER_INPUT', 'The list is empty.', { listId });
  return addCartLines(context, {
    cartId,
    expectedVersion,
    idempotencyKey,
    lines: picked.map(({ sku, quantityMicro, uom, configuration }) => ({ sku, quantity: fromMicro(quantityMicro), uom, configuration })),
    asked: {
      ...asked,
      async within(tx) {
        if (!move) return;
        const before = await findList(tx, viewer, listId, list.version);
        const left = removeListLines(before.lines, picked.map(({ id }) => id));
        await writeList(tx, before, { type: 'LINES_REMOVED', actorId: viewer.id, now: context.clock.now(), lines: left });
      },
    },
  });
}
