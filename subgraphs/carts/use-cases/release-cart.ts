import type { CartsContext } from '../context.ts';
import { OPEN_STATUSES } from '../domain/cart-lifecycle.ts';
import { inTurn, writeCart } from './write-cart.ts';

/** The checkout came to nothing: the cart is its buyer's again. Done already, held by another, or ordered: nothing happens. */
export async function releaseCart(context: CartsContext, cartId: string, checkoutId: string): Promise<void> {
  await inTurn(context, cartId, async () => {
    await context.db.transact(async (tx) => {
      const cart = await tx.sql.selectFrom('Cart').selectAll().where('id', '=', cartId).where('checkoutId', '=', checkoutId).where('status', 'in', OPEN_STATUSES).executeTakeFirst();
      if (!cart) return;
      await writeCart(tx, cart, { checkoutId: null, heldUntil: null }, { type: 'CHECKOUT_ENDED', actorId: context.viewer?.id ?? null, now: context.clock.now() });
    });
  });
}
