import { DomainError, refuse } from '#kernel/errors.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { refuseMalformed, type PlaceOrder } from '../domain/place-order-input.ts';
import type { Approval } from '../entities/approval.ts';
import type { Checkout } from '../entities/checkout.ts';
import type { Order } from '../entities/order.ts';
import { refuseUnapproved } from '../peers/accounts.ts';
import { refuseAssistance } from '../peers/quotes.ts';
import { advanceCheckout } from './advance-checkout.ts';
import { isAwaitingBuyer } from './await-buyer.ts';
import { awaitCheckout } from './await-checkout.ts';
import { beginCheckout } from './begin-checkout.ts';

/**
 * The buyer makes an order of a cart or an accepted quote, at the price confirmed. Begun here, carried on by whoever is
 * left if we are killed; called again with the same key it waits for, or repeats, the same answer. [CHK-51, I2, I3]
 */
export async function placeOrder(context: OrdersContext, input: PlaceOrder): Promise<Outcome> {
  const viewer = requireViewer(context);
  requirePermission(viewer, 'CREATE_ORDER');
  refuseMalformed(input);
  await refuseUnapproved(context.ask, viewer);
  if (input.assistance) {
    if (viewer.kind === 'GUEST') throw refuse('FORBIDDEN', 'Sign in to ask for assistance.');
    requirePermission(viewer, 'ASK_SALES_ASSISTANCE');
    await refuseAssistance(context.ask, input.assistance);
  }
  const { checkoutId, isMine } = await beginCheckout(context, viewer, input);
  if (isMine) await advanceCheckout(context, checkoutId);
  return outcomeOf(context, await awaitCheckout(context, checkoutId));
}

/** What has come of an attempt: an order, a request for approval, or the wait for its buyer, which is the attempt itself. */
export type Outcome = Order | Approval | Checkout;

export async function outcomeOf({ db }: OrdersContext, checkout: Checkout): Promise<Outcome> {
  if (isAwaitingBuyer(checkout)) return checkout;
  const { orderId: placed, approvalId, refusal } = checkout;
  const approval = placed == null && approvalId != null && !refusal ? await db.sql.selectFrom('Approval').selectAll().where('id', '=', approvalId).executeTakeFirst() : undefined;
  const orderId = placed ?? approval?.orderId;
  if (approval && !orderId) return approval;
  if (refusal) throw new DomainError(refusal.code, refusal.message, refusal.details);
  if (!orderId) throw refuse('CONFLICT', 'The order is still being placed. Repeat with the same idempotencyKey to hear its outcome.');
  return db.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
}
