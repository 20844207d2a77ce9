import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { judge, judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import { MEMO_LIFECYCLE } from '../domain/credit-memo-lifecycle.ts';
import type { CreditMemo } from '../entities/credit-memo.ts';
import { changeOrder } from './change-order.ts';
import { findPaymentOfOrder } from './find-payment-of-order.ts';
import { giveBack } from './give-back.ts';
import { refundableOf } from './refund-payment.ts';

/** A payment service answered for the refund of a credit memo. Whoever tells it again changes nothing. */
export async function settleCreditMemo(tx: OrdersTx, refundKey: string, isDone: boolean, now: Date): Promise<void> {
  const memo = await tx.sql.selectFrom('CreditMemo').selectAll().where('refundKey', '=', refundKey).executeTakeFirst();
  const judgement = memo && judge(MEMO_LIFECYCLE, { status: memo.status, command: isDone ? 'settle' : 'fail', roles: ['system'], facts: null });
  if (!memo || !judgement?.allowed) return;
  await changeMemo(tx, memo, { status: judgement.move.to, settledAt: isDone ? now : null }, { actorId: null, now });
}

/** More of an order was captured: credit memos that waited for it are refunded now, the oldest first, as far as it goes. */
export async function refundWaiting(tx: OrdersTx, orderId: string, now: Date): Promise<void> {
  const waiting = await tx.sql.selectFrom('CreditMemo').selectAll().where('orderId', '=', orderId).where('status', '=', 'WAITING').orderBy('id').execute();
  if (waiting.length === 0) return;
  const payment = await findPaymentOfOrder(tx, orderId);
  for (const memo of waiting) {
    if (!payment || memo.amountMinor > (await refundableOf(tx, payment.id))) return;
    const { status } = await giveBack(tx, memo, now);
    await changeMemo(tx, memo, { status }, { actorId: null, now });
  }
}

/** A refund that the payment service refused is asked for anew, under another key. */
export function retryRefund(context: OrdersContext, creditMemoId: string): Promise<CreditMemo> {
  return decide(context, creditMemoId, 'retry', async (tx, memo, now) => {
    const refundKey = `${memo.key}:again:${now.getTime()}`;
    const { status } = await giveBack(tx, { ...memo, refundKey }, now);
    if (status === 'WAITING') throw refuse('INVALID_STATE', 'Less was captured than is to go back: give it back by hand, or try again once more is captured.', { creditMemoId });
    return { status, refundKey };
  });
}

/** The seller gave the money back otherwise, by a transfer say. */
export async function recordRefund(context: OrdersContext, creditMemoId: string, reference: string): Promise<CreditMemo> {
  if (reference.trim() === '') throw refuse('BAD_USER_INPUT', 'Say how it was given back, such as the number of a transfer.', { creditMemoId });
  return decide(context, creditMemoId, 'record', async (_tx, memo, now) => ({ status: 'REFUNDED', byHandMinor: memo.byHandMinor === 0n ? memo.amountMinor : memo.byHandMinor, reference: [memo.reference, reference.trim()].filter(Boolean).join(', '), settledAt: now }));
}

/** A part of what was to be given back by hand paid for an invoice instead, of its own order or of one in place of the goods; once nothing is left, all is settled. */
export async function settleByHand(tx: OrdersTx, memo: CreditMemo, { paidMinor, isExchange }: { paidMinor: bigint; isExchange: boolean }, now: Date): Promise<void> {
  const byHandMinor = memo.byHandMinor - paidMinor;
  const isDone = byHandMinor === 0n && judge(MEMO_LIFECYCLE, { status: memo.status, command: 'apply', roles: ['system'], facts: null }).allowed;
  const exchangedMinor = memo.exchangedMinor + (isExchange ? paidMinor : 0n);
  await changeMemo(tx, memo, { byHandMinor, exchangedMinor, ...(isDone && { status: 'REFUNDED', settledAt: now }) }, { actorId: null, now });
}

/** What paid for an order in place of the goods is to be given back by hand after all; what somebody gave back before is not asked for again. */
export async function reopenByHand(tx: OrdersTx, memo: CreditMemo, amountMinor: bigint, now: Date): Promise<void> {
  const judgement = judge(MEMO_LIFECYCLE, { status: memo.status, command: 'reopen', roles: ['system'], facts: null });
  if (!judgement.allowed) return;
  const openMinor = memo.settledAt ? 0n : memo.byHandMinor;
  await changeMemo(tx, memo, { status: judgement.move.to, byHandMinor: openMinor + amountMinor, exchangedMinor: memo.exchangedMinor - amountMinor, settledAt: null }, { actorId: null, now });
}

/** Administrators of the seller; of two at once the second finds it done. */
async function decide(context: OrdersContext, creditMemoId: string, command: 'retry' | 'record', work: (tx: OrdersTx, memo: CreditMemo, now: Date) => Promise<Partial<CreditMemo>>): Promise<CreditMemo> {
  const { id: actorId } = requireAdministrator(context);
  const now = context.clock.now();
  const settled = await context.db.transact(async (tx) => {
    const memo = looksLikeId(creditMemoId) ? await tx.sql.selectFrom('CreditMemo').selectAll().where('id', '=', creditMemoId).executeTakeFirst() : undefined;
    if (!memo) throw refuse('NOT_FOUND', 'There is no such credit memo.', { creditMemoId });
    judgeOrRefuse(MEMO_LIFECYCLE, { status: memo.status, command, roles: ['administrator'], facts: null }, { creditMemoId });
    return changeMemo(tx, memo, await work(tx, memo, now), { actorId, now });
  });
  context.loaders.orderById.clear(settled.orderId);
  context.loaders.creditMemosOfOrder.clear(settled.orderId);
  return settled;
}

/** Writes what becomes of a memo, and tells its order, and so its return, of it. */
async function changeMemo(tx: OrdersTx, memo: CreditMemo, changes: Partial<CreditMemo>, { actorId, now }: { actorId: string | null; now: Date }): Promise<CreditMemo> {
  await tx.sql.updateTable('CreditMemo').set(changes).where('id', '=', memo.id).execute();
  const after = { ...memo, ...changes };
  const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', memo.orderId).executeTakeFirstOrThrow();
  const payload = { returnId: memo.returnId, creditMemoId: memo.id, creditMemoNumber: memo.number, amountMinor: String(memo.amountMinor), refundStatus: after.status };
  await changeOrder(tx, order, {}, { type: 'CREDIT_MEMO_MOVED', actorId, now, payload });
  return after;
}
