import { refuse, type DomainError } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import type { Charge } from '../domain/charge.ts';
import type { OperationStatus, ProviderAnswer } from '../domain/payment-lifecycle.ts';
import type { Checkout } from '../entities/checkout.ts';
import type { Payment, PaymentOperation } from '../entities/payment.ts';
import type { PaymentProvider } from '../payments/ports.ts';
import { authenticateBy, AwaitsBuyer, hasBuyer } from './await-buyer.ts';
import { askProvider } from './ask-provider.ts';
import { settleOperation } from './settle-operation.ts';
import { takeNumber } from './take-number.ts';

export interface Authorisation {
  readonly payment: Payment;
  readonly operation: PaymentOperation;
  readonly answer: ProviderAnswer;
}

/**
 * Authorises the card before the order is written. It is written down first, and looked for at the payment service before
 * it is asked for again: an answer that never came may have been a yes. A no is told to the buyer, who is waited for where
 * the bank wants to hear from them. [CHK-46, I4]
 */
export async function authorisePayment(context: OrdersContext, provider: PaymentProvider, checkout: Checkout, charge: Charge): Promise<Authorisation> {
  const { clock, db } = context;
  const begun = await db.transact((tx) => beginAuthorisation(tx, provider, checkout, charge, clock.now()));
  const told = begun.answer ?? (await askProvider(provider, begun.payment, begun.operation, charge.token));
  const mayWait = hasBuyer(checkout) && clock.now() < authenticateBy(checkout);
  if (told.outcome === 'AUTHENTICATE' && mayWait) {
    await db.sql.updateTable('Payment').set({ reference: told.reference }).where('id', '=', begun.payment.id).where('reference', 'is', null).execute();
    throw new AwaitsBuyer(told);
  }
  const answer: ProviderAnswer = told.outcome === 'AUTHENTICATE' ? { outcome: 'DECLINED', reason: 'authentication_required', reference: told.reference } : told;
  if (answer.outcome === 'DONE') return { ...begun, answer };
  await db.transact((tx) => settleOperation(tx, begun.operation.id, answer, clock.now()));
  throw refusalOf(answer);
}

/** A yes is taken in with the step it leads to, unless another driver, whose time was over, has taken in a no: that stands, and what is held is let go of. */
export async function takeYes(tx: OrdersTx, { operation, answer }: Authorisation, now: Date): Promise<void> {
  await settleOperation(tx, operation.id, answer, now);
  const { status, reason } = await tx.sql.selectFrom('PaymentOperation').select(['status', 'reason']).where('id', '=', operation.id).executeTakeFirstOrThrow();
  if (status !== 'DONE') throw refusalOf({ outcome: status, reason });
}

function refusalOf({ outcome, reason }: { outcome: OperationStatus; reason?: string | null }): DomainError {
  return outcome === 'DECLINED'
    ? refuse('PAYMENT_DECLINED', 'The bank declined the payment by card; nothing was ordered. Pay with another.', { reason })
    : refuse('PAYMENT_FAILED', 'The payment by card could not be processed; nothing was ordered. Try again.', { reason });
}

interface Begun extends Pick<Authorisation, 'payment' | 'operation'> {
  /** Known already. */
  readonly answer?: ProviderAnswer;
}

async function beginAuthorisation(tx: OrdersTx, { name }: PaymentProvider, checkout: Checkout, { amountMinor, currency }: Charge, now: Date): Promise<Begun> {
  await refuseOvertaken(tx, checkout, now);
  const known = await tx.sql.selectFrom('Payment').selectAll().where('checkoutId', '=', checkout.id).executeTakeFirst();
  if (known) return repeat(tx, known);
  const accountId = checkout.confirmation?.accountId ?? checkout.accountId;
  const payment: Payment = {
    id: newId(), accountId, number: await takeNumber(tx, `P-${now.getUTCFullYear()}`), checkoutId: checkout.id, orderId: null, provider: name, reference: null,
    status: 'PENDING', currency, authorisedMinor: amountMinor, capturedMinor: 0n, refundedMinor: 0n, createdAt: now, updatedAt: now,
  };
  const operation: PaymentOperation = {
    id: newId(), accountId, paymentId: payment.id, kind: 'AUTHORISE', key: authoriseKey(checkout.id), amountMinor, subjectId: null,
    status: 'SENT', reference: null, reason: null, tries: 1, nextAt: now, createdAt: now, settledAt: null,
  };
  await tx.sql.insertInto('Payment').values(payment).execute();
  await tx.sql.insertInto('PaymentOperation').values(operation).execute();
  return { payment, operation };
}

export const authoriseKey = (checkoutId: string): string => `${checkoutId}:authorisePayment`;

/** Whoever was overtaken asks for no money: the checkout may be refused by now, and what it owed made void. */
async function refuseOvertaken({ sql }: OrdersTx, { id, step }: Checkout, now: Date): Promise<void> {
  const { numUpdatedRows } = await sql.updateTable('Checkout').set({ updatedAt: now }).where('id', '=', id).where('step', '=', step).where('refusal', 'is', null).executeTakeFirst();
  if (numUpdatedRows !== 1n) throw refuse('CONFLICT', 'Somebody else drives this checkout.');
}

async function repeat({ sql }: OrdersTx, payment: Payment): Promise<Begun> {
  const operation = await sql.selectFrom('PaymentOperation').selectAll().where('paymentId', '=', payment.id).where('kind', '=', 'AUTHORISE').executeTakeFirstOrThrow();
  const { status, reason, reference } = operation;
  if (status === 'DECLINED' || status === 'FAILED') return { payment, operation, answer: { outcome: status, reason: reason ?? '' } };
  if (status === 'DONE') return { payment, operation, answer: { outcome: 'DONE', reference: reference ?? '' } };
  const tries = operation.tries + 1;
  await sql.updateTable('PaymentOperation').set({ tries }).where('id', '=', operation.id).execute();
  return { payment, operation: { ...operation, tries } };
}
