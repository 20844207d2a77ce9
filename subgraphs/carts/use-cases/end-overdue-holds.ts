import type { CartsContext } from '../context.ts';
import { OPEN_STATUSES } from '../domain/cart-lifecycle.ts';
import { releaseCart } from './release-cart.ts';

const AT_ONCE = 500;

/** A checkout that took hold of a cart after it was given up, or whose process never came back, holds it no longer than any checkout takes. */
export async function endOverdueHolds(context: CartsContext): Promise<void> {
  const overdue = await context.db.sql
    .selectFrom('Cart')
    .select(['id', 'checkoutId'])
    .where('heldUntil', '<', context.clock.now())
    .where('checkoutId', 'is not', null)
    .where('status', 'in', OPEN_STATUSES)
    .orderBy('heldUntil')
    .limit(AT_ONCE)
    .execute();
  for (const { id, checkoutId } of overdue) if (checkoutId != null) await releaseCart(context, id, checkoutId);
}
