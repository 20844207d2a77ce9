import { workInSlices } from '#kernel/work-in-slices.ts';
import type { CartsContext } from '../context.ts';
import { OPEN_STATUSES } from '../domain/cart-lifecycle.ts';
import { repriceCart } from './reprice-cart.ts';

/** Stale carts that somebody watches, in the order of their ids, with rests in between; the others wait for their next touch. */
export async function repriceWatched(context: CartsContext): Promise<void> {
  const stale = await context.db.sql.selectFrom('Cart').select('id').where('stale', '=', true).where('status', 'in', OPEN_STATUSES).orderBy('id').execute();
  await workInSlices(stale, async ({ id }) => {
    if (context.watched.has(id)) await repriceCart(context, id);
  });
}
