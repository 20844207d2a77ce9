import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Payment } from '../entities/payment.ts';
import { readOrder } from './read-order.ts';

/** A payment is seen by whoever may see its order. [ORD-35] */
export async function readPayment(context: OrdersContext, number: string): Promise<Payment> {
  requireViewer(context);
  const payment = await context.db.sql.selectFrom('Payment').selectAll().where('number', '=', number.trim().toUpperCase()).where('orderId', 'is not', null).executeTakeFirst();
  const order = payment && (await readOrder(context, payment.orderId ?? '').catch(() => undefined)); // strangers hear of neither
  if (!payment || !order) throw refuse('NOT_FOUND', 'There is no such payment.', { number });
  return payment;
}
