import { refuse } from '#kernel/errors.ts';
import { answerTo, once } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import type { WantedLine } from '../domain/change-lines.ts';
import { fillList, type ListItem, type ListMode } from '../domain/list-lines.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import { beginList } from './create-list.ts';
import { checkItems, pickItems } from './check-items.ts';
import { readCart } from './read-cart.ts';
import { readListAnew, requireListOwner } from './read-list.ts';
import { findList, writeList } from './write-list.ts';
import { inTurn, type CartsTx } from './write-cart.ts';

/** Which list: one that is there, or a new one of this name. */
export interface ListTarget {
  readonly listId?: string | null;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly mode: ListMode;
  readonly expectedVersion?: number | null;
}

export interface SaveToList extends ListTarget {
  readonly cartId?: string | null;
  readonly lines?: readonly WantedLine[] | null;
  readonly idempotencyKey?: string | null;
}

/** Somebody copies a cart, or lines they name, into a list; the cart stays as it is. [LIST-02, LIST-03] */
export async function saveToList(context: CartsContext, { idempotencyKey, ...body }: SaveToList): Promise<ShoppingList> {
  const viewer = requireListOwner(context);
  refuseBadTarget(body);
  if ((body.cartId == null) === (body.lines == null)) throw refuse('BAD_USER_INPUT', 'Give either a cart or lines.');
  const { expectedVersion: _, ...asked } = body;
  const command = { operation: 'saveToList', key: idempotencyKey, body: asked };
  const known = await answerTo(context.db, viewer, command);
  if (known !== undefined) return readListAnew(context, known);
  const items = body.cartId == null ? await checkItems(context, body.lines ?? []) : await itemsOfCart(context, body.cartId);
  const attempt = (): Promise<string> => context.db.transact((tx) => once(tx, viewer, command, () => putInList(context, tx, viewer, body, items)));
  return readListAnew(context, await inTurn(context, body.listId ?? `new list of ${viewer.id}`, attempt));
}

async function itemsOfCart(context: CartsContext, cartId: string): Promise<ListItem[]> {
  await readCart(context, cartId);
  return pickItems(context, cartId, await context.loaders.linesOfCart.load(cartId));
}

export function refuseBadTarget({ listId, name, mode }: ListTarget): void {
  if ((listId == null) === (name == null)) throw refuse('BAD_USER_INPUT', 'Give either a list or the name of a new one.');
  if (listId == null && mode === 'REPLACE') throw refuse('BAD_USER_INPUT', 'A new list has nothing to replace.');
}

/** @returns the id of the list that has them now */
export async function putInList(context: CartsContext, tx: CartsTx, viewer: Viewer, target: ListTarget, items: readonly ListItem[]): Promise<string> {
  const { listId, name, description, mode, expectedVersion } = target;
  if (listId == null) return beginList(context, tx, viewer, { name: name ?? '', description }, items);
  const before = await findList(tx, viewer, listId, expectedVersion);
  const lines = fillList(mode === 'REPLACE' ? [] : before.lines, items, { merge: context.config.mergeLines, newId });
  await writeList(tx, before, { type: mode === 'REPLACE' ? 'LINES_REPLACED' : 'LINES_ADDED', actorId: viewer.id, now: context.clock.now(), lines });
  return listId;
}
