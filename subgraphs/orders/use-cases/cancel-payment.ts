import type { OrdersTx } from '../context.ts';
import { oweOperation } from './owe-operation.ts';
import { findPaymentOfOrder } from './find-payment-of-order.ts';

/** An order was canceled: what of its payment was not captured is let go of, what was is given back. [CAN-05] */
export async function cancelPayment(tx: OrdersTx, orderId: string, now: Date): Promise<void> {
  const payment = await findPaymentOfOrder(tx, orderId);
  if (!payment) return;
  await oweOperation(tx, payment, { kind: 'VOID', key: `${orderId}:void`, amountMinor: null }, now);
  await oweOperation(tx, payment, { kind: 'REFUND', key: `${orderId}:refund`, amountMinor: null }, now);
}

/** An order is over: what no invoice asked for, of lines that were canceled, is let go of. */
export async function releaseRest(tx: OrdersTx, orderId: string, now: Date): Promise<void> {
  const payment = await findPaymentOfOrder(tx, orderId);
  if (payment) await oweOperation(tx, payment, { kind: 'VOID', key: `${orderId}:closed`, amountMinor: null }, now);
}

/** There is less to pay for: as much of the authorisation is let go of, as far as nothing has taken it. [I4] */
export async function reducePayment(tx: OrdersTx, { orderId, editId, amountMinor, now }: { orderId: string; editId: string; amountMinor: bigint; now: Date }): Promise<void> {
  const payment = await findPaymentOfOrder(tx, orderId);
  if (!payment) return;
  const owed = await tx.sql.selectFrom('PaymentOperation').select('amountMinor').where('paymentId', '=', payment.id).where('kind', 'in', ['CAPTURE', 'REDUCE']).where('status', 'in', ['DUE', 'SENT']).execute();
  const free = owed.reduce((left, operation) => left - (operation.amountMinor ?? 0n), payment.authorisedMinor - payment.capturedMinor);
  const amount = amountMinor < free ? amountMinor : free;
  if (amount > 0n) await oweOperation(tx, payment, { kind: 'REDUCE', key: `${editId}:reduce`, amountMinor: amount, subjectId: editId }, now);
}
