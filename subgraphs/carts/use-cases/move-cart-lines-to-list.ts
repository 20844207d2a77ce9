import { refuse } from '#kernel/errors.ts';
import { answerTo } from '#kernel/idempotency.ts';
import { toMicro } from '#kernel/quantity.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import type { StandingLine } from '../domain/standing-lines.ts';
import { pickLines } from '../domain/pick-lines.ts';
import { pickItems, type PickedItem } from './check-items.ts';
import { editCart } from './edit-cart.ts';
import { readCart } from './read-cart.ts';
import { requireListOwner } from './read-list.ts';
import { putInList, refuseBadTarget, type ListTarget } from './save-to-list.ts';

export interface MoveCartLinesToList {
  readonly cartId: string;
  readonly lineIds: readonly string[];
  readonly target: Omit<ListTarget, 'mode' | 'expectedVersion'>;
  /** Of the cart. */
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

/** Somebody puts lines of a cart off: they go into a list and out of the cart, in one transaction. Services stay. */
export async function moveCartLinesToList(context: CartsContext, { cartId, lineIds, target, expectedVersion, idempotencyKey }: MoveCartLinesToList): Promise<Cart> {
  const viewer = requireListOwner(context);
  const list: ListTarget = { ...target, mode: 'ADD' };
  refuseBadTarget(list);
  const operation = 'moveCartLinesToList';
  const body = { cartId, lineIds, ...target };
  if ((await answerTo(context.db, viewer, { operation, body, key: idempotencyKey })) !== undefined) return readCart(context, cartId);

  await readCart(context, cartId);
  const picked = await pickItems(context, cartId, pickLines(await context.loaders.linesOfCart.load(cartId), lineIds));
  return editCart(context, {
    operation,
    cartId,
    expectedVersion,
    idempotencyKey,
    body,
    cause: 'LINES_REMOVED',
    actions: [{ removeLines: picked.map(({ lineId }) => lineId) }],
    within(tx, before) {
      refuseMoved(before, picked);
      return putInList(context, tx, viewer, list, picked);
    },
  });
}

/** What goes into the list is what leaves the cart. */
function refuseMoved(present: readonly StandingLine[], picked: readonly PickedItem[]): void {
  const quantities = new Map(present.map((line) => [line.id, line.quantityMicro]));
  if (picked.every(({ lineId, quantity }) => quantities.get(lineId) === toMicro(quantity))) return;
  throw refuse('CONFLICT', 'The cart changed while its lines were moved. Try again.');
}
