import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import { endOfQuoteHold } from '../domain/cart-life.ts';
import type { Cart } from '../entities/cart.ts';
import { prime } from './edit-cart.ts';
import { loadCart } from './load-cart.ts';
import { noSuchCart, openFor } from './read-cart.ts';
import { inTurn, judgeCart, writeCart } from './write-cart.ts';

/** Who holds a cart that is being made into a quote. Of one cart there is one quote, so all who try are the same. */
export const quoteHold = (cartId: string): string => `quote:${cartId}`;

/** What a cart is made a quote for; each is somebody else's right. */
const PURPOSES = ['handOver', 'assistance', 'disagree'] as const;
type QuoteHoldPurpose = (typeof PURPOSES)[number];

export function readHoldPurpose(text: string): QuoteHoldPurpose {
  const purpose = PURPOSES.find((each) => each === text);
  if (!purpose) throw refuse('BAD_USER_INPUT', 'A cart is not held for that.', { purpose: text });
  return purpose;
}

/**
 * Keeps a cart still while its quote is written, so that no line is lost and no order made of it besides. Asked again it
 * answers the same. A quote is its owner's to begin; for assistance administrators of a business cart may ask too, and who
 * administrates any cart may disagree with its terms. [SHARE-04, SHARE-05, V.22]
 */
export async function holdForQuote(context: CartsContext, cartId: string, command: QuoteHoldPurpose = 'handOver'): Promise<Cart> {
  const viewer = requireViewer(context);
  return inTurn(context, cartId, async () => {
    const seen = await loadCart(context, cartId);
    if (!seen) throw noSuchCart(cartId);
    const { cart, standing } = await openFor(context, seen.cart, cartId);
    const heldAlready = cart.checkoutId === quoteHold(cartId);
    judgeCart(heldAlready ? { ...cart, checkoutId: null } : cart, command, standing, seen.lines.length);
    if (heldAlready) return prime(context, cart, seen.lines);
    const now = context.clock.now();
    const hold = { checkoutId: quoteHold(cartId), heldUntil: endOfQuoteHold(now) };
    const held = await context.db.transact((tx) => writeCart(tx, cart, hold, { type: 'QUOTE_STARTED', actorId: viewer.id, now }));
    return prime(context, held, seen.lines);
  });
}
