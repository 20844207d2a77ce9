import type { CartsContext } from '../context.ts';
import { repriceCart } from './reprice-cart.ts';

/** One after the other, so that a price list of a hundred thousand rows does not stand before every buyer. */
export async function repriceWatched(context: CartsContext): Promise<void> {
  const stale = await context.db.sql.selectFrom('Cart').select('id').where('stale', '=', true).where('status', 'in', ['ACTIVE', 'SAVED']).orderBy('id').execute();
  for (const { id } of stale) if (context.watched.has(id)) await repriceCart(context, id);
}
