import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { advanceCheckout } from './advance-checkout.ts';
import { awaitCheckout } from './await-checkout.ts';
import { leaseUntil } from './checkout-row.ts';
import { findAttempt } from './follow-checkout.ts';
import { outcomeOf, type Outcome } from './place-order.ts';

/**
 * The buyer has shown the bank who they are, or not: what they say is not believed, the payment service is asked. Of two who
 * go on at once one does, and both hear the same.
 */
export async function continueCheckout(context: OrdersContext, idempotencyKey: string): Promise<Outcome> {
  requireViewer(context);
  const attempt = await findAttempt(context, idempotencyKey);
  if (!attempt) throw refuse('NOT_FOUND', 'There is no such attempt, or it came to nothing: place the order again.', { idempotencyKey });
  const { numUpdatedRows } = await context.db.sql
    .updateTable('Checkout')
    .set({ authentication: null, nextAt: leaseUntil(context.clock.now()) })
    .where('id', '=', attempt.id)
    .where('step', '=', 'stockReserved')
    .where('authentication', 'is not', null)
    .where('refusal', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) await advanceCheckout(context, attempt.id);
  return outcomeOf(context, await awaitCheckout(context, attempt.id));
}
