import { newId } from '#kernel/ids.ts';
import type { OrdersTx } from '../context.ts';
import type { OperationKind } from '../domain/payment-lifecycle.ts';
import type { Payment, PaymentOperation } from '../entities/payment.ts';

export interface OwedOperation {
  readonly kind: Exclude<OperationKind, 'AUTHORISE'>;
  /** What it follows from; the same again adds nothing. */
  readonly key: string;
  /** Null: all that is left. */
  readonly amountMinor: bigint | null;
  readonly subjectId?: string | null;
}

const AT_ONCE = new Date(0);

/** Writes down what the payment service is to do; it is asked after the commit, until it has answered. */
export async function oweOperation({ sql }: OrdersTx, { id: paymentId, accountId }: Payment, { kind, key, amountMinor, subjectId = null }: OwedOperation, now: Date): Promise<void> {
  const operation: PaymentOperation = {
    id: newId(), accountId, paymentId, kind, key, amountMinor, subjectId, status: 'DUE', reference: null, reason: null, tries: 0, nextAt: AT_ONCE, createdAt: now, settledAt: null,
  };
  await sql.insertInto('PaymentOperation').values(operation).onConflict((oc) => oc.column('key').doNothing()).execute();
}

/**
 * A checkout came to nothing: what it had authorised, or may have, is let go of. So is one that was declined, if the service
 * keeps it by a name: its buyer could go to the bank with what they were handed, and try again.
 */
export async function oweVoid(tx: OrdersTx, checkoutId: string, now: Date): Promise<void> {
  const payment = await tx.sql.selectFrom('Payment').selectAll().where('checkoutId', '=', checkoutId).executeTakeFirst();
  if (!payment || (payment.reference == null && (payment.status === 'DECLINED' || payment.status === 'FAILED'))) return;
  await oweOperation(tx, payment, { kind: 'VOID', key: `${checkoutId}:void`, amountMinor: null }, now);
}
