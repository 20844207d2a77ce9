import type { OrdersTx } from '../context.ts';
import type { CreditMemo } from '../entities/credit-memo.ts';
import type { Invoice } from '../entities/invoice.ts';
import { applyPayment } from './apply-payment.ts';

export const invoicesOf = ({ sql }: OrdersTx, orderId: string): Promise<Invoice[]> => sql.selectFrom('Invoice').selectAll().where('orderId', '=', orderId).orderBy('id').execute();

/** A credit memo pays what is still due of invoices, in their order. @returns how much of it was due */
export async function payInvoices(tx: OrdersTx, invoices: readonly Invoice[], { number: reference }: CreditMemo, mostMinor: bigint, now: Date, told: { readonly isOffAccount?: true } = {}): Promise<bigint> {
  let leftMinor = mostMinor;
  for (const invoice of invoices) {
    const dueMinor = invoice.amountMinor - invoice.appliedMinor;
    const amountMinor = leftMinor < dueMinor ? leftMinor : dueMinor;
    if (amountMinor <= 0n) continue;
    await applyPayment(tx, invoice, { paymentId: null, kind: 'CREDIT_MEMO', reference, amountMinor, recordedById: null, paidAt: now }, told);
    leftMinor -= amountMinor;
  }
  return mostMinor - leftMinor;
}
