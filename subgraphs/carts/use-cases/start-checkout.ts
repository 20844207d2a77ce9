import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import { settingsOf } from '../domain/cart-draft.ts';
import { fillsSomething } from '../domain/checkout-defaults.ts';
import type { Cart } from '../entities/cart.ts';
import { activateCart } from './activate-cart.ts';
import { editCart, freshReads } from './edit-cart.ts';
import { findCheckoutDefaults, type CheckoutOffer } from './find-checkout-defaults.ts';
import { openFor } from './read-cart.ts';
import { judgeCart, judgementOf } from './write-cart.ts';

/**
 * The buyer begins to check out: a saved or shared cart becomes their active one, and what nobody said about it is filled in
 * from what they usually say. A cart that can never be active is left as it is. [CHK-07..09, CHK-11, CHK-12, CHK-51, CHK-52]
 */
export async function startCheckout(context: CartsContext, cartId: string, offer: CheckoutOffer): Promise<Cart> {
  const viewer = requireViewer(context);
  requirePermission(viewer, 'CHECKOUT');
  const found = await openFor(context, await freshReads(context).loaders.cartById.load(cartId), cartId);
  const { lineCount } = found.cart;
  judgeCart(found.cart, 'checkout', found.standing, lineCount, context.clock.now());
  if (!judgementOf(found.cart, 'activate', found.standing, lineCount).allowed) return found.cart;
  const cart = found.standing.status === 'ACTIVE' ? found.cart : await activateCart(context, cartId);

  const defaults = await findCheckoutDefaults(context, viewer, cart, offer);
  if (!fillsSomething(settingsOf(cart), defaults)) return cart;
  return editCart(context, { operation: 'startCheckout', cartId, cause: 'CHECKOUT_PREPARED', actions: [{ fillDefaults: defaults }] });
}
