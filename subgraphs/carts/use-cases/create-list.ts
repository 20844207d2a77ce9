import { answerTo, once } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import type { WantedLine } from '../domain/change-lines.ts';
import { fillList, readDescription, readListName, type ListItem } from '../domain/list-lines.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import { checkItems } from './check-items.ts';
import { readListAnew, requireListOwner } from './read-list.ts';
import { insertList, writeList } from './write-list.ts';
import type { CartsTx } from './write-cart.ts';

export interface NewList {
  readonly name: string;
  readonly description?: string | null;
}

export interface CreateList extends NewList {
  readonly lines?: readonly WantedLine[] | null;
  readonly idempotencyKey?: string | null;
}

/** Somebody begins a list, empty or with what they name. [LIST-03, LIST-05] */
export async function createList(context: CartsContext, { name, description, lines, idempotencyKey }: CreateList): Promise<ShoppingList> {
  const viewer = requireListOwner(context);
  const command = { operation: 'createShoppingList', key: idempotencyKey, body: { name, description, lines } };
  const known = await answerTo(context.db, viewer, command);
  if (known !== undefined) return readListAnew(context, known);
  const items = await checkItems(context, lines ?? []);
  return readListAnew(context, await context.db.transact((tx) => once(tx, viewer, command, () => beginList(context, tx, viewer, { name, description }, items))));
}

/** @returns the id of the list, which is at version 1 */
export async function beginList({ clock, config }: CartsContext, tx: CartsTx, viewer: Viewer, wanted: NewList, items: readonly ListItem[]): Promise<string> {
  const now = clock.now();
  const list: ShoppingList = {
    id: newId(),
    accountId: viewer.accountId,
    ownerId: viewer.id,
    ...readListName(wanted.name),
    description: readDescription(wanted.description),
    version: 0,
    updatedById: viewer.id,
    createdAt: now,
    updatedAt: now,
  };
  await insertList(tx, list);
  const lines = fillList([], items, { merge: config.mergeLines, newId });
  await writeList(tx, { list, lines: [] }, { type: 'CREATED', actorId: viewer.id, now, lines });
  return list.id;
}
