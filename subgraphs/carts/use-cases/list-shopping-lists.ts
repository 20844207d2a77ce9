import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import type { CartsContext } from '../context.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import { requireListOwner } from './read-list.ts';

/** The viewer's lists, newest first. [LIST-04] */
export async function listShoppingLists({ db, ...context }: CartsContext, page: PageRequest): Promise<Connection<ShoppingList>> {
  const viewer = requireListOwner({ db, ...context });
  return readPage(page, (list: ShoppingList) => [list.id], 1, (limit, after) => {
    const mine = db.sql.selectFrom('ShoppingList').selectAll().where('accountId', '=', viewer.accountId).where('ownerId', '=', viewer.id);
    return (after ? mine.where('id', '<', after[0] ?? '') : mine).orderBy('id', 'desc').limit(limit).execute();
  });
}
