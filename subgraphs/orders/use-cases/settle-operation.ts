import { judge } from '#kernel/lifecycle.ts';
import type { OrdersTx } from '../context.ts';
import { COMMANDS, PAYMENT_LIFECYCLE, type CardPaymentCommand, type ProviderAnswer } from '../domain/payment-lifecycle.ts';
import type { Payment, PaymentOperation } from '../entities/payment.ts';
import { applyCapture } from './apply-payment.ts';
import { changeOrder } from './change-order.ts';
import { settleCreditMemo } from './settle-credit-memo.ts';

/** What orders tell of their payments. */
const TOLD: { readonly [Command in CardPaymentCommand]?: { readonly type: string } } = {
  capture: { type: 'PAYMENT_CAPTURED' },
  refund: { type: 'PAYMENT_REFUNDED' },
  reduce: { type: 'PAYMENT_REDUCED' },
  void: { type: 'PAYMENT_VOIDED' },
};

/**
 * Takes in what the payment service answered, once: whoever brings the same answer again, or an older one, changes nothing.
 * What the payment does not allow is noted with the operation and moves nothing.
 */
export async function settleOperation(tx: OrdersTx, operationId: string, answer: ProviderAnswer, now: Date): Promise<void> {
  const { outcome, reference = null } = answer;
  const reason = outcome === 'DONE' ? null : answer.reason.slice(0, MOST_WORDS);
  const operation = await tx.sql
    .updateTable('PaymentOperation')
    .set({ status: outcome, reference, reason, settledAt: now })
    .where('id', '=', operationId)
    .where('status', 'in', ['DUE', 'SENT'])
    .returningAll()
    .executeTakeFirst();
  if (!operation) return;
  const payment = await tx.sql.selectFrom('Payment').selectAll().where('id', '=', operation.paymentId).executeTakeFirstOrThrow();
  const command = COMMANDS[operation.kind][outcome];
  const judged = command && judge(PAYMENT_LIFECYCLE, { status: payment.status, command, roles: ['system'], facts: { ...payment, amountMinor: operation.amountMinor ?? 0n } });
  if (operation.kind === 'REFUND') await settleCreditMemo(tx, operation.key, judged?.allowed === true, now);
  if (!command) return tell(tx, payment, operation, 'PAYMENT_FAILED', now);
  const amountMinor = operation.amountMinor ?? 0n;
  if (!judged?.allowed) return;
  const { reference: known, authorisedMinor, capturedMinor, refundedMinor } = payment;
  const moved: Partial<Payment> = {
    status: judged.move.to,
    reference: known ?? reference,
    authorisedMinor: authorisedMinor - (command === 'reduce' ? amountMinor : 0n),
    capturedMinor: capturedMinor + (command === 'capture' ? amountMinor : 0n),
    refundedMinor: refundedMinor + (command === 'refund' ? amountMinor : 0n),
    updatedAt: now,
  };
  await tx.sql.updateTable('Payment').set(moved).where('id', '=', payment.id).execute();
  if (command === 'void') await closeAuthorisation(tx, payment.id, now);
  if (command === 'capture' && operation.subjectId != null) await applyCapture(tx, { invoiceId: operation.subjectId, paymentId: payment.id, amountMinor, now });
  const told = TOLD[command];
  if (told) await tell(tx, payment, operation, told.type, now);
}

const MOST_WORDS = 300;

/** An authorisation whose answer never came has none any more. */
async function closeAuthorisation({ sql }: OrdersTx, paymentId: string, now: Date): Promise<void> {
  await sql.updateTable('PaymentOperation').set({ status: 'FAILED', reason: 'voided', settledAt: now }).where('paymentId', '=', paymentId).where('kind', '=', 'AUTHORISE').where('status', '=', 'SENT').execute();
}

/** The version of an order goes up with what becomes of its payment; a payment without an order is nobody's news. */
async function tell(tx: OrdersTx, { id: paymentId, orderId }: Payment, { kind, amountMinor, subjectId }: PaymentOperation, type: string, now: Date): Promise<void> {
  if (orderId == null) return;
  const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
  await changeOrder(tx, order, {}, { type, actorId: null, now, payload: { paymentId, operation: kind, amountMinor: String(amountMinor ?? 0n), subjectId } });
}
