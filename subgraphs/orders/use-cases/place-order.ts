import { DomainError, refuse } from '#kernel/errors.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { refuseMalformed, type PlaceOrder } from '../domain/place-order-input.ts';
import type { Checkout } from '../entities/checkout.ts';
import type { Order } from '../entities/order.ts';
import { advanceCheckout } from './advance-checkout.ts';
import { awaitCheckout } from './await-checkout.ts';
import { beginCheckout } from './begin-checkout.ts';

/**
 * The buyer makes an order of a cart or an accepted quote, at the price confirmed. Begun here, carried on by whoever is
 * left if we are killed; called again with the same key it waits for, or repeats, the same answer. [CHK-51, I2, I3]
 */
export async function placeOrder(context: OrdersContext, input: PlaceOrder): Promise<Order> {
  const viewer = requireViewer(context);
  requirePermission(viewer, 'CREATE_ORDER');
  refuseMalformed(input);
  const { checkoutId, isMine } = await beginCheckout(context, viewer, input);
  if (isMine) await advanceCheckout(context, checkoutId);
  return outcomeOf(context, await awaitCheckout(context, checkoutId));
}

async function outcomeOf({ db }: OrdersContext, { orderId, refusal }: Checkout): Promise<Order> {
  if (refusal) throw new DomainError(refusal.code, refusal.message, refusal.details);
  if (!orderId) throw refuse('CONFLICT', 'The order is still being placed. Repeat with the same idempotencyKey to hear its outcome.');
  return db.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
}
