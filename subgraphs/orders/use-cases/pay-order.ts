import { refuse } from '#kernel/errors.ts';
import type { OrdersConfig } from '../config.ts';
import type { OrdersTx } from '../context.ts';
import { chargeOf } from '../domain/charge.ts';
import type { Checkout } from '../entities/checkout.ts';
import type { Order } from '../entities/order.ts';
import { takeCredit } from './take-credit.ts';

/**
 * Pays for an order in the transaction that writes it: the authorised card becomes its own, or the account owes for it. What
 * the account may not owe is refused, or else entered for somebody to look at. [ORD-03, I14]
 * @returns the order as it is then
 */
export async function payOrder(tx: OrdersTx, { enterOrderOnError }: OrdersConfig, checkout: Checkout, order: Order): Promise<Order> {
  await takePayment(tx, checkout, order);
  const problem = await takeCredit(tx, order, order.placedAt);
  if (!problem) return order;
  if (!enterOrderOnError) throw refuse(problem.code, problem.message, { accountId: order.accountId });
  return { ...order, status: 'ENTERED', bookingProblem: problem };
}

/** Where it was made void meanwhile there is no order. */
async function takePayment({ sql }: OrdersTx, { id: checkoutId, confirmation }: Checkout, { id: orderId }: Order): Promise<void> {
  if (!confirmation || !chargeOf(confirmation)) return;
  const payment = await sql.selectFrom('Payment').select(['id', 'status']).where('checkoutId', '=', checkoutId).executeTakeFirst();
  if (!payment) return; // nobody takes cards here
  if (payment.status !== 'AUTHORISED') throw refuse('PAYMENT_FAILED', 'The payment is no longer authorised; nothing was ordered. Try again.');
  await sql.updateTable('Payment').set({ orderId }).where('id', '=', payment.id).execute();
}
