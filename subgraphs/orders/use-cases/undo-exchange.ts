import type { OrdersTx } from '../context.ts';
import { reopenByHand } from './settle-credit-memo.ts';

/**
 * An order in place of a return was canceled: what its credit memos paid for is the buyer's again, for somebody to give back or the next
 * order in place of it to use. Its invoices stay as they are, as those do that a card paid for.
 */
export async function undoExchange(tx: OrdersTx, orderId: string, now: Date): Promise<void> {
  const paid = await tx.sql.selectFrom('InvoicePayment').selectAll().where('orderId', '=', orderId).where('kind', '=', 'CREDIT_MEMO').execute();
  for (const [number, payments] of Map.groupBy(paid, ({ reference }) => reference)) {
    const memo = number == null ? undefined : await tx.sql.selectFrom('CreditMemo').selectAll().where('number', '=', number).executeTakeFirst();
    if (memo && memo.orderId !== orderId) await reopenByHand(tx, memo, payments.reduce((all, { amountMinor }) => all + amountMinor, 0n), now);
  }
}
