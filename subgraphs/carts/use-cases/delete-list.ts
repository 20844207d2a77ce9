import type { CartsContext } from '../context.ts';
import { requireListOwner } from './read-list.ts';
import { findList, writeList } from './write-list.ts';
import { inTurn } from './write-cart.ts';

/** The owner throws a list away, and with it its name: a new one may have it. The event stays. [LIST-09] */
export function deleteList(context: CartsContext, listId: string, expectedVersion?: number | null): Promise<string> {
  const viewer = requireListOwner(context);
  return inTurn(context, listId, async () => {
    await context.db.transact(async (tx) => {
      const before = await findList(tx, viewer, listId, expectedVersion);
      await writeList(tx, before, { type: 'DELETED', actorId: viewer.id, now: context.clock.now(), lines: [] });
      await tx.sql.deleteFrom('ShoppingList').where('id', '=', listId).execute();
    });
    context.loaders.listById.clear(listId);
    return listId;
  });
}
