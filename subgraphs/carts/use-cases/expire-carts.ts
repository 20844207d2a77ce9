import { judge } from '#kernel/lifecycle.ts';
import type { CartsContext } from '../context.ts';
import { CART_LIFECYCLE, OPEN_STATUSES } from '../domain/cart-lifecycle.ts';
import { unpoint } from './set-active-cart.ts';
import { factsOf, inTurn, writeCart } from './write-cart.ts';

type Services = Pick<CartsContext, 'db' | 'clock' | 'turns'>;
const AT_ONCE = 500;

/** Carts whose last day is over end. Each in its own transaction, judged again there: two of these jobs do no harm. @returns how many [CART-51, CART-54] */
export async function expireCarts(context: Services): Promise<number> {
  const due = await context.db.sql
    .selectFrom('Cart')
    .select('id')
    .where('expiresAt', '<', context.clock.now())
    .where('status', 'in', OPEN_STATUSES)
    .where('checkoutId', 'is', null)
    .orderBy('expiresAt')
    .limit(AT_ONCE)
    .execute();
  let expired = 0;
  for (const { id } of due) if (await expireCart(context, id)) expired++;
  return expired;
}

/** @returns false when the cart is kept after all: somebody has changed it, or a checkout took hold of it, meanwhile */
export function expireCart(context: Services, cartId: string): Promise<boolean> {
  return inTurn(context, cartId, () =>
    context.db.transact(async (tx) => {
      const now = context.clock.now();
      const cart = await tx.sql.selectFrom('Cart').selectAll().where('id', '=', cartId).executeTakeFirst();
      if (!cart) return false;
      const judgement = judge(CART_LIFECYCLE, { status: cart.status, command: 'expire', roles: ['system'], facts: factsOf(cart, 0, now) });
      if (!judgement.allowed) return false;
      await unpoint(tx, cartId);
      await writeCart(tx, cart, { status: judgement.move.to }, { type: 'EXPIRED', actorId: null, now });
      return true;
    }),
  );
}
