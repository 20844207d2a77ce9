import type { OrdersTx } from '../context.ts';
import { oweOperation } from './owe-operation.ts';
import { findPaymentOfOrder } from './find-payment-of-order.ts';

export interface InvoicedOrder {
  readonly orderId: string;
  readonly invoiceId: string;
  readonly amountMinor: bigint;
  readonly now: Date;
}

/** An invoice of an order paid by card is captured; of others nothing is. More than is left of the authorisation is not asked for. [I4] */
export async function capturePayment(tx: OrdersTx, { orderId, invoiceId, amountMinor, now }: InvoicedOrder): Promise<void> {
  const payment = await findPaymentOfOrder(tx, orderId);
  if (!payment) return;
  const owed = await tx.sql.selectFrom('PaymentOperation').select('amountMinor').where('paymentId', '=', payment.id).where('kind', '=', 'CAPTURE').where('status', 'in', ['DUE', 'SENT', 'DONE']).execute();
  const left = owed.reduce((sum, { amountMinor }) => sum - (amountMinor ?? 0n), payment.authorisedMinor);
  const amount = amountMinor < left ? amountMinor : left;
  if (amount > 0n) await oweOperation(tx, payment, { kind: 'CAPTURE', key: `${invoiceId}:capture`, amountMinor: amount, subjectId: invoiceId }, now);
}
