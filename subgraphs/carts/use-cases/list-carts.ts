import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';

/** The viewer's carts, newest first; ids grow with time. [CART-27] */
export async function listCarts(context: CartsContext, page: PageRequest): Promise<Connection<Cart>> {
  const viewer = requireViewer(context);
  return readPage(page, (cart: Cart) => [cart.id], 1, async (limit, after) => {
    let query = context.db.sql
      .selectFrom('Cart')
      .selectAll()
      .where('accountId', '=', viewer.accountId)
      .where('ownerId', '=', viewer.id)
      .where('status', '<>', 'DELETED');
    if (after) query = query.where('id', '<', after[0] ?? '');
    const carts = await query.orderBy('id', 'desc').limit(limit).execute();
    for (const cart of carts) context.loaders.cartById.prime(cart.id, cart);
    return carts;
  });
}
