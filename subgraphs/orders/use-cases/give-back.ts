import type { OrdersTx } from '../context.ts';
import type { CreditMemo } from '../entities/credit-memo.ts';
import type { Invoice } from '../entities/invoice.ts';
import { findPaymentOfOrder } from './find-payment-of-order.ts';
import { invoicesOf, payInvoices } from './pay-invoices.ts';
import { refundableOf, refundPayment } from './refund-payment.ts';

/**
 * Sends the money of a credit memo on its way: to the card, once enough was captured from it; otherwise off what invoices
 * of the order, or of one in its place, have still to be paid, or off what the account owes for an order nobody billed. Somebody
 * gives back the rest.
 * @returns the memo as it is then, for the caller to keep
 */
export async function giveBack(tx: OrdersTx, memo: CreditMemo, now: Date): Promise<CreditMemo> {
  const { orderId, amountMinor, refundKey: key, returnId: subjectId } = memo;
  if (amountMinor === 0n) return { ...memo, status: 'REFUNDED', settledAt: now };
  const payment = await findPaymentOfOrder(tx, orderId);
  if (payment) {
    if (amountMinor > (await refundableOf(tx, payment.id))) return { ...memo, status: 'WAITING' };
    await refundPayment(tx, { orderId, amountMinor, key, subjectId, now });
    return { ...memo, status: 'REFUNDING' };
  }
  const { byHandMinor, exchangedMinor } = await takeOffDebt(tx, memo, now);
  return byHandMinor === 0n ? { ...memo, exchangedMinor, status: 'REFUNDED', settledAt: now } : { ...memo, exchangedMinor, byHandMinor, status: 'BY_HAND' };
}

/** @returns what is left to be given back, and what paid for an order in place of the goods */
async function takeOffDebt(tx: OrdersTx, memo: CreditMemo, now: Date): Promise<Pick<CreditMemo, 'byHandMinor' | 'exchangedMinor'>> {
  const { orderId, amountMinor, refundKey: key, returnId } = memo;
  const invoices = await invoicesOf(tx, orderId);
  const paidMinor = await payInvoices(tx, invoices, memo, amountMinor, now);
  const exchangedMinor = await payInvoices(tx, await openInvoicesOfReplacements(tx, returnId), memo, amountMinor - paidMinor, now);
  const leftMinor = amountMinor - paidMinor - exchangedMinor;
  if (leftMinor === 0n || invoices.length > 0) return { byHandMinor: leftMinor, exchangedMinor };
  const { refundedMinor } = await refundPayment(tx, { orderId, amountMinor: leftMinor, key, subjectId: returnId, now });
  return { byHandMinor: leftMinor - refundedMinor, exchangedMinor };
}

/** What was ordered in place of a return, is not canceled, and no card pays. */
async function openInvoicesOfReplacements({ sql }: OrdersTx, returnId: string): Promise<Invoice[]> {
  const orders = await sql.selectFrom('Order').leftJoin('Payment', 'Payment.orderId', 'Order.id').select('Order.id').where('Order.replacesReturnId', '=', returnId).where('Order.status', '!=', 'CANCELED').where('Payment.id', 'is', null).execute();
  if (orders.length === 0) return [];
  return sql.selectFrom('Invoice').selectAll().where('orderId', 'in', orders.map(({ id }) => id)).orderBy('id').execute();
}
