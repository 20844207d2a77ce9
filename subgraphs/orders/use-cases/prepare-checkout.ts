import { refuse } from '#kernel/errors.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { offeredPaymentTypes } from '../domain/payment-types.ts';
import { askShippable } from '../peers/catalog.ts';
import { askCartToCheckOut, startCheckout } from '../peers/checkout-subject.ts';
import { prepare, readCheckout, skusOf, type PreparedCheckout, type WantedCheckout } from './read-checkout.ts';

/**
 * The buyer begins to check out. A saved or shared cart becomes their active one, and what they usually say is filled in
 * where nobody said anything; a quote stays as it was offered. Repeated, there is nothing left to fill in. [CHK-07..09, CHK-47]
 */
export async function prepareCheckout(context: OrdersContext, wanted: WantedCheckout): Promise<PreparedCheckout> {
  const viewer = requireViewer(context);
  requirePermission(viewer, 'CHECKOUT');
  const { cartId, quoteId } = wanted;
  if ((cartId == null) === (quoteId == null)) throw refuse('BAD_USER_INPUT', 'Give a cartId or a quoteId: exactly one of them.');
  if (cartId == null) return readCheckout(context, wanted);
  const { ask, config } = context;
  const seen = await askCartToCheckOut(ask, cartId);
  const shippable = await askShippable(ask, skusOf(seen));
  const version = await startCheckout(ask, { cartId, paymentTypes: offeredPaymentTypes(config.paymentTypes, config.unitPaymentTypes), shippable: shippable.size > 0 });
  const subject = version === seen.version ? seen : await askCartToCheckOut(ask, cartId);
  return prepare(context, viewer, subject, shippable, wanted);
}
