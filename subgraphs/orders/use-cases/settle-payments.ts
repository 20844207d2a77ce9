import type { OrdersContext, OrdersTx } from '../context.ts';
import { waitBefore } from '../domain/checkout-steps.ts';
import type { ProviderAnswer } from '../domain/payment-lifecycle.ts';
import type { Payment, PaymentOperation } from '../entities/payment.ts';
import type { PaymentProvider } from '../payments/ports.ts';
import { askProvider } from './ask-provider.ts';
import { settleOperation } from './settle-operation.ts';

const BATCH = 50;
/** Longer than a payment service may take to answer. */
const LEASE_MS = 15_000;
/** Somebody should look when money stands still for so many tries, which is about ten minutes. */
const TRIES_TO_TELL = 15;

interface Taken {
  readonly payment: Payment;
  readonly operation: PaymentOperation;
  /** Known without asking. */
  readonly answer?: ProviderAnswer;
}

/** Asks the payment service for what is owed: captures, voids and refunds. What it does not answer is asked again, with growing pauses, for ever. */
export async function settlePayments(context: OrdersContext): Promise<void> {
  const { payments, db, clock } = context;
  if (!payments) return;
  const due = await db.sql
    .selectFrom('PaymentOperation')
    .select('id')
    .where('status', 'in', ['DUE', 'SENT'])
    .where('nextAt', '<=', clock.now())
    .where('kind', '!=', 'AUTHORISE') // those are the checkouts'
    .orderBy('nextAt')
    .orderBy('id')
    .limit(BATCH)
    .execute();
  for (const { id } of due) {
    const taken = await db.transact((tx) => takeTurn(tx, id, clock.now()));
    if (taken) await settle(context, payments, taken);
  }
}

async function settle({ db, clock, log }: OrdersContext, provider: PaymentProvider, { payment, operation, answer }: Taken): Promise<void> {
  try {
    const told = answer ?? (await askProvider(provider, payment, operation));
    if (told.outcome === 'AUTHENTICATE') throw new Error('A buyer who is not there is asked for.');
    await db.transact((tx) => settleOperation(tx, operation.id, told, clock.now()));
    if (told.outcome !== 'DONE') log('a payment service refused what is owed', { subgraph: 'orders', payment: payment.number, kind: operation.kind, reason: told.reason });
  } catch (error) {
    const nextAt = new Date(clock.now().getTime() + waitBefore(operation.tries));
    await db.sql.updateTable('PaymentOperation').set({ nextAt }).where('id', '=', operation.id).where('status', '=', 'SENT').execute();
    if (operation.tries % TRIES_TO_TELL === 0) log('a payment service does not answer; it is asked again', { subgraph: 'orders', payment: payment.number, kind: operation.kind, error: String(error) });
  }
}

/** One thing after the other for each payment, as they were owed: what can be refunded depends on what was captured. A refund, which a bank may take days for, holds up other refunds only. */
async function takeTurn({ sql }: OrdersTx, id: string, now: Date): Promise<Taken | undefined> {
  const owed = await sql.selectFrom('PaymentOperation').selectAll().where('id', '=', id).where('status', 'in', ['DUE', 'SENT']).where('nextAt', '<=', now).executeTakeFirst();
  if (!owed) return undefined;
  const earlier = await sql
    .selectFrom('PaymentOperation')
    .select('id')
    .where('paymentId', '=', owed.paymentId)
    .where('id', '<', id)
    .where('kind', 'not in', owed.kind === 'REFUND' ? ['AUTHORISE'] : ['AUTHORISE', 'REFUND'])
    .where('status', 'in', ['DUE', 'SENT'])
    .executeTakeFirst();
  if (earlier) return undefined;
  const payment = await sql.selectFrom('Payment').selectAll().where('id', '=', owed.paymentId).executeTakeFirstOrThrow();
  const amountMinor = owed.amountMinor ?? leftOf(payment, owed);
  const operation: PaymentOperation = { ...owed, status: 'SENT', amountMinor, tries: owed.tries + 1, nextAt: new Date(now.getTime() + LEASE_MS) };
  const { status, tries, nextAt } = operation;
  await sql.updateTable('PaymentOperation').set({ status, amountMinor, tries, nextAt }).where('id', '=', id).execute();
  if (isUncovered(payment, owed, amountMinor)) return { payment, operation, answer: { outcome: 'FAILED', reason: 'Less was captured than is to go back.' } };
  const isNothing = amountMinor === 0n && !(owed.kind === 'VOID' && (await wasReduced(sql, payment)));
  return isNothing ? { payment, operation, answer: { outcome: 'DONE', reference: payment.reference ?? '' } } : { payment, operation };
}

/** A refund that was owed while a capture was under way, which failed since. One that was asked for before may have been done. [I12] */
const isUncovered = (payment: Payment, owed: PaymentOperation, amountMinor: bigint): boolean => owed.kind === 'REFUND' && owed.tries === 0 && amountMinor > leftOf(payment, owed);

/** Then nothing is left in our books, and at a service that knows no reductions what was taken off still is. */
async function wasReduced(sql: OrdersTx['sql'], { id }: Payment): Promise<boolean> {
  return (await sql.selectFrom('PaymentOperation').select('id').where('paymentId', '=', id).where('kind', '=', 'REDUCE').limit(1).executeTakeFirst()) !== undefined;
}

const leftOf = ({ authorisedMinor, capturedMinor, refundedMinor }: Payment, { kind }: PaymentOperation): bigint =>
  kind === 'REFUND' ? capturedMinor - refundedMinor : authorisedMinor - capturedMinor;

/** Asks on its schedule, one round at a time. @returns what ends it, after the round under way */
export function startSettling(context: OrdersContext): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= settlePayments(context)
      .catch((error: unknown) => context.log('payments could not be settled', { subgraph: 'orders', error: String(error) })) // owed still, for the next round
      .finally(() => (round = undefined));
  }, context.config.paymentRoundSeconds * 1_000).unref();
  return async () => {
    clearInterval(timer);
    await round;
    await context.payments?.close();
  };
}
