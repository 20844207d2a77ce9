import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import { endOfHold } from '../domain/cart-life.ts';
import { OPEN_STATUSES } from '../domain/cart-lifecycle.ts';
import { loadCart } from './load-cart.ts';
import { noSuchCart, openFor, type CartWithLines } from './read-cart.ts';
import { inTurn, judgeCart, writeCart, type CartsTx } from './write-cart.ts';

/** Who holds a cart on its way to a partner. */
export const transferHold = (transferId: string): string => `transfer:${transferId}`;

/** A cart somebody may hand to a partner, as it is now. Own stock and own prices are no matter: the partner has his. [XFER-05] */
export async function readForTransfer(context: CartsContext, cartId: string): Promise<CartWithLines> {
  requireViewer(context);
  refuseOff(context, cartId);
  const seen = await loadCart(context, cartId);
  if (!seen) throw noSuchCart(cartId);
  const { cart, standing } = await openFor(context, seen.cart, cartId);
  judgeCart(cart, 'transfer', standing, seen.lines.length, context.clock.now());
  return seen;
}

/**
 * Keeps a cart still to hand it to a partner. The hold ends by itself, until the cart is known to be on its way (`keepTransferHold`).
 * Asked again for the same transfer it answers the same.
 */
export async function holdForTransfer(context: CartsContext, cartId: string, transferId: string): Promise<CartWithLines> {
  const viewer = requireViewer(context);
  refuseOff(context, cartId);
  return inTurn(context, cartId, async () => {
    const seen = await loadCart(context, cartId);
    if (!seen) throw noSuchCart(cartId);
    const { cart, standing } = await openFor(context, seen.cart, cartId);
    if (cart.checkoutId === transferHold(transferId)) return seen;
    const now = context.clock.now();
    judgeCart(cart, 'transfer', standing, seen.lines.length, now);
    const held = await context.db.transact((tx) => writeCart(tx, cart, { checkoutId: transferHold(transferId), heldUntil: endOfHold(now) }, { type: 'TRANSFER_STARTED', actorId: viewer.id, now }));
    return { cart: held, lines: seen.lines };
  });
}

/** The cart has been sent, however long the partner takes: from now on only the end of that transfer lets go of it, for nobody knows before whether he has an order of it. */
export async function keepTransferHold(tx: CartsTx, cartId: string, transferId: string): Promise<void> {
  await tx.sql.updateTable('Cart').set({ heldUntil: null }).where('id', '=', cartId).where('checkoutId', '=', transferHold(transferId)).execute(); // nothing a reader of the cart can see
}

/** The transfer came to nothing: the cart is its buyer's again, at prices that are estimates. Not held by it: nothing happens. */
export async function endTransferHold(tx: CartsTx, cartId: string, transferId: string, { actorId, at }: { actorId: string | null; at: Date }): Promise<void> {
  const cart = await tx.sql.selectFrom('Cart').selectAll().where('id', '=', cartId).where('checkoutId', '=', transferHold(transferId)).where('status', 'in', OPEN_STATUSES).executeTakeFirst();
  if (!cart) return;
  await writeCart(tx, cart, { checkoutId: null, heldUntil: null, partnerPricedHash: null }, { type: 'TRANSFER_ENDED', actorId, now: at });
}

function refuseOff({ config }: CartsContext, cartId: string): void {
  if (!config.partnerTransfer) throw refuse('OPERATION_DISABLED', 'This shop hands no carts to partners.', { cartId });
}
