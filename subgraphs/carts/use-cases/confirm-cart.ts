import { refuse, type ErrorCode } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { may } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { endOfHold } from '../domain/cart-life.ts';
import { blocking, type CartProblem } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import { moneyOf } from '#kernel/money.ts';
import { noSuchCart, openFor, type CartWithLines } from './read-cart.ts';
import { loadCart } from './load-cart.ts';
import { refuseUnlessDue } from './find-due-express-orders.ts';
import { repriceNow } from './reprice-cart.ts';
import { inTurn, judgeCart, writeCart } from './write-cart.ts';

/** The order is placed at the price the buyer saw. */
export const confirmCart = (context: CartsContext, cartId: string, priceHash: string, checkoutId: string): Promise<CartWithLines> =>
  holdForCheckout(context, cartId, checkoutId, { command: 'checkout', judgePrice: ({ cart }, seen) => refuseMoved(context, cart, seen, priceHash) });

/** An express order is placed at the price of the moment it goes out, if nothing joined it meanwhile. [EXP-06] */
export const confirmExpressCart = (context: CartsContext, cartId: string, checkoutId: string): Promise<CartWithLines> =>
  holdForCheckout(context, cartId, checkoutId, { command: 'submit', judgeTurn: () => refuseUnlessDue(context, cartId) });

interface Checkout {
  readonly command: 'checkout' | 'submit';
  readonly judgeTurn?: () => Promise<void>;
  readonly judgePrice?: (found: CartWithLines, seen: CartWithLines) => void;
}

/**
 * A checkout takes hold of the cart: repriced freshly, judged, then kept still until the order is placed or the checkout lets
 * go. Asked again by the same checkout it answers the same.
 */
async function holdForCheckout(context: CartsContext, cartId: string, checkoutId: string, { command, judgeTurn, judgePrice }: Checkout): Promise<CartWithLines> {
  const viewer = requireViewer(context);
  return inTurn(context, cartId, async () => {
    const seen = await loadCart(context, cartId);
    if (!seen) throw noSuchCart(cartId);
    const { standing } = await openFor(context, seen.cart, cartId);
    if (seen.cart.checkoutId === checkoutId) return seen;
    judgeCart(seen.cart, command, standing, seen.lines.length, context.clock.now());
    if (seen.cart.checkoutId != null) throw refuse('INVALID_STATE', 'Another checkout of this cart is under way.', { cartId });
    await judgeTurn?.();

    const found = (await repriceNow(context, cartId, { prices: true })) ?? seen;
    judgePrice?.(found, seen);
    const { cart, lines } = found;
    refuseBlocked(cartId, cart.problems);
    const now = context.clock.now();
    const hold = { checkoutId, heldUntil: endOfHold(now) };
    const held = await context.db.transact((tx) => writeCart(tx, cart, hold, { type: 'CHECKOUT_STARTED', actorId: viewer.id, now }));
    return { cart: held, lines };
  });
}

function refuseMoved({ viewer }: CartsContext, cart: Cart, { cart: before }: CartWithLines, priceHash: string): void {
  if (cart.priceHash === priceHash) return;
  throw refuse('PRICE_CHANGED', 'The price is not the one you confirmed.', {
    cartId: cart.id,
    priceHash: cart.priceHash,
    version: cart.version,
    ...(viewer && may(viewer, 'VIEW_NET_PRICE') && {
      total: moneyOf(cart.totalMinor, cart.currency),
      previousTotal: moneyOf(before.totalMinor, before.currency),
    }),
  });
}

/** The first problem that stops an order. */
export function refuseBlocked(cartId: string, problems: readonly CartProblem[]): void {
  const problem = blocking(problems);
  if (problem) throw refuse(problem.code as ErrorCode, problem.message, { cartId, lineId: problem.lineId, ...(problem.side && { side: problem.side }) });
}
