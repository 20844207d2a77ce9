import { refuse, type ErrorCode } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { may } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { blocking } from '../domain/price-cart.ts';
import { moneyOf } from '#kernel/money.ts';
import { mayRead, noSuchCart, type CartWithLines } from './read-cart.ts';
import { loadCart } from './load-cart.ts';
import { repriceNow } from './reprice-cart.ts';
import { inTurn, judgeCart, roleOf, writeCart } from './write-cart.ts';

/**
 * A checkout takes hold of the cart at the price its buyer confirmed: repriced freshly, compared, then kept still until the
 * order is placed or the checkout lets go. Asked again by the same checkout it answers the same.
 */
export async function confirmCart(context: CartsContext, cartId: string, priceHash: string, checkoutId: string): Promise<CartWithLines> {
  const viewer = requireViewer(context);
  return inTurn(context, cartId, async () => {
    const seen = await loadCart(context, cartId);
    if (!seen || !mayRead(viewer, seen.cart)) throw noSuchCart(cartId);
    if (seen.cart.checkoutId === checkoutId) return seen;
    judgeCart(seen.cart, 'checkout', roleOf(viewer), seen.lines.length);
    if (seen.cart.checkoutId != null) throw refuse('INVALID_STATE', 'Another checkout of this cart is under way.', { cartId });

    const { cart, lines } = (await repriceNow(context, cartId, { prices: true })) ?? seen;
    if (cart.priceHash !== priceHash) {
      throw refuse('PRICE_CHANGED', 'The price is not the one you confirmed.', {
        cartId,
        priceHash: cart.priceHash,
        version: cart.version,
        ...(may(viewer, 'VIEW_NET_PRICE') && {
          total: moneyOf(cart.totalMinor, cart.currency),
          previousTotal: moneyOf(seen.cart.totalMinor, seen.cart.currency),
        }),
      });
    }
    const problem = blocking(cart.problems);
    if (problem) throw refuse(problem.code as ErrorCode, problem.message, { cartId, lineId: problem.lineId });
    const held = await context.db.transact((tx) => writeCart(tx, cart, { checkoutId }, { type: 'CHECKOUT_STARTED', actorId: viewer.id, now: context.clock.now() }));
    return { cart: held, lines };
  });
}

/** The checkout came to nothing: the cart is its buyer's again. Done already, or held by another: nothing happens. */
export async function releaseCart(context: CartsContext, cartId: string, checkoutId: string): Promise<void> {
  await inTurn(context, cartId, async () => {
    await context.db.transact(async (tx) => {
      const cart = await tx.sql.selectFrom('Cart').selectAll().where('id', '=', cartId).where('checkoutId', '=', checkoutId).executeTakeFirst();
      if (!cart || cart.status === 'ORDERED') return;
      await writeCart(tx, cart, { checkoutId: null }, { type: 'CHECKOUT_ENDED', actorId: context.viewer?.id ?? null, now: context.clock.now() });
    });
  });
}
