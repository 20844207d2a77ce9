import { find } from '#kernel/statement.ts';
import type { OrdersContext } from '../context.ts';
import { CLOSED_STEPS } from '../domain/checkout-steps.ts';
import { advanceCheckout } from './advance-checkout.ts';
import { takeLease } from './checkout-row.ts';

const BATCH = 20;
const EVERY_MS = 2_000;

/** Takes up checkouts that nobody drives any more: their process was killed, or a peer did not answer. */
export async function resumeCheckouts(context: OrdersContext): Promise<void> {
  for (const { id } of await find(context.db.sql, selectDue, { nextAt: context.clock.now() })) {
    if (await takeLease(context, id)) await advanceCheckout(context, id);
  }
}

const selectDue = (sql: OrdersContext['db']['sql'], { nextAt }: { nextAt: Date }) =>
  sql.selectFrom('Checkout').select('id').where('step', 'not in', CLOSED_STEPS).where('nextAt', '<=', nextAt).orderBy('nextAt').limit(BATCH);

/** Looks for such checkouts every two seconds. @returns what ends it, after the round under way */
export function startResuming(context: OrdersContext): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= resumeCheckouts(context)
      .catch(() => undefined) // the rows are still there, and due again when their lease ends
      .finally(() => (round = undefined));
  }, EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
