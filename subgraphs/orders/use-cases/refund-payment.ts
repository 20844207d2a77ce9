import { refuse } from '#kernel/errors.ts';
import type { OrdersTx } from '../context.ts';
import { findPaymentOfOrder } from './find-payment-of-order.ts';
import { oweOperation } from './owe-operation.ts';
import { returnCredit } from './return-credit.ts';

export interface Refund {
  readonly orderId: string;
  readonly amountMinor: bigint;
  /** What it follows from; the same again refunds nothing. */
  readonly key: string;
  /** The return. */
  readonly subjectId: string;
  readonly now: Date;
}

export interface Refunded {
  readonly way: 'CARD' | 'ACCOUNT' | 'NONE';
  /** How much of it goes back that way. */
  readonly refundedMinor: bigint;
}

/**
 * Gives back a part of what an order cost: to the card it was captured from, or off what the account owes.
 * @returns by which way; NONE when it was paid neither way, so that somebody gives it back by hand. More than was captured is refused. [I12]
 */
export async function refundPayment(tx: OrdersTx, { orderId, amountMinor, key, subjectId, now }: Refund): Promise<Refunded> {
  const payment = await findPaymentOfOrder(tx, orderId);
  if (!payment) {
    const credited = await returnCredit(tx, { orderId, key, amountMinor, now });
    return credited === undefined ? { way: 'NONE', refundedMinor: 0n } : { way: 'ACCOUNT', refundedMinor: credited };
  }
  const known = await tx.sql.selectFrom('PaymentOperation').select('key').where('key', '=', key).executeTakeFirst();
  if (known) return { way: 'CARD', refundedMinor: amountMinor };
  const left = await refundableOf(tx, payment.id);
  if (amountMinor > left) throw refuse('INVALID_STATE', 'More than was captured cannot be refunded.', { orderId, left: String(left) });
  await oweOperation(tx, payment, { kind: 'REFUND', key, amountMinor, subjectId }, now);
  return { way: 'CARD', refundedMinor: amountMinor };
}

/** What of a payment was captured, or is about to be, and has not been given back. */
export async function refundableOf({ sql }: OrdersTx, paymentId: string): Promise<bigint> {
  const operations = await sql.selectFrom('PaymentOperation').select(['kind', 'amountMinor']).where('paymentId', '=', paymentId).where('status', 'in', ['DUE', 'SENT', 'DONE']).execute();
  const total = (kind: string): bigint => operations.filter((operation) => operation.kind === kind).reduce((sum, operation) => sum + (operation.amountMinor ?? 0n), 0n);
  return total('CAPTURE') - total('REFUND');
}
