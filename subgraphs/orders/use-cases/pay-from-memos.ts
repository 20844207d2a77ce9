import type { OrdersTx } from '../context.ts';
import type { CreditMemo } from '../entities/credit-memo.ts';
import { invoicesOf, payInvoices } from './pay-invoices.ts';
import { settleByHand } from './settle-credit-memo.ts';

/**
 * An order was billed. What of it came back before pays for it first; then, where it is in place of a return, what that has still to
 * give back by hand, so that only the difference changes hands. What a card pays is captured instead.
 */
export async function payFromMemos(tx: OrdersTx, orderId: string, now: Date): Promise<void> {
  const { replacesReturnId } = await tx.sql.selectFrom('Order').select('replacesReturnId').where('id', '=', orderId).executeTakeFirstOrThrow();
  if (await tx.sql.selectFrom('Payment').select('id').where('orderId', '=', orderId).executeTakeFirst()) return;
  const own = await tx.sql.selectFrom('CreditMemo').selectAll().where('orderId', '=', orderId).orderBy('id').execute();
  for (const memo of own) {
    await payOffAccount(tx, memo, now);
    if (memo.status === 'BY_HAND') await payByHand(tx, memo, orderId, now);
  }
  if (replacesReturnId == null) return;
  const ofReturn = await tx.sql.selectFrom('CreditMemo').selectAll().where('returnId', '=', replacesReturnId).where('status', '=', 'BY_HAND').orderBy('id').execute();
  for (const memo of ofReturn) await payByHand(tx, memo, orderId, now);
}

async function payByHand(tx: OrdersTx, memo: CreditMemo, orderId: string, now: Date): Promise<void> {
  const paidMinor = await payInvoices(tx, await invoicesOf(tx, orderId), memo, memo.byHandMinor, now);
  if (paidMinor > 0n) await settleByHand(tx, memo, { paidMinor, isExchange: memo.orderId !== orderId }, now);
}

/** What went off the account before anything was billed: the invoice asks for so much less, and the account does not owe still less for it. */
async function payOffAccount(tx: OrdersTx, memo: CreditMemo, now: Date): Promise<void> {
  const credited = await tx.sql.selectFrom('CreditReturn').select('amountMinor').where('key', '=', memo.refundKey).executeTakeFirst();
  if (!credited) return;
  const applied = await tx.sql.selectFrom('InvoicePayment').select('amountMinor').where('orderId', '=', memo.orderId).where('kind', '=', 'CREDIT_MEMO').where('reference', '=', memo.number).execute();
  const leftMinor = applied.reduce((left, { amountMinor }) => left - amountMinor, credited.amountMinor);
  await payInvoices(tx, await invoicesOf(tx, memo.orderId), memo, leftMinor, now, { isOffAccount: true });
}
