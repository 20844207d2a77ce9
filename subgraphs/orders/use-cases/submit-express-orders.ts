import { isRefusal } from '#kernel/errors.ts';
import type { OrdersContext } from '../context.ts';
import { askDueExpressOrders, type DueExpressOrder } from '../peers/express.ts';
import { placeOrder } from './place-order.ts';

/** How a run of the batch went. */
export interface Submitted {
  readonly placed: number;
  readonly failed: number;
}

/**
 * Makes orders of the express orders that are due, each on behalf of its buyer and on the way of every order. One that fails
 * is logged and stops no other; it stays pending, and the next run tries it again. [EXP-06, EXP-10]
 */
export async function submitExpressOrders(context: OrdersContext): Promise<Submitted> {
  const counted = { placed: 0, failed: 0 };
  let due = await askDueExpressOrders(context.ask, null);
  while (due.length > 0) {
    for (const order of due) counted[await submit(context, order)]++;
    due = await askDueExpressOrders(context.ask, due.at(-1)?.cartId ?? null);
  }
  if (counted.placed + counted.failed > 0) context.log('express orders were submitted', { subgraph: 'orders', ...counted });
  return counted;
}

/** The key is the cart as it was seen: a run that repeats another's, or goes on after a kill, finds the same checkout. */
async function submit(context: OrdersContext, { cartId, version, paymentKind, paymentMethodId, buyer }: DueExpressOrder): Promise<keyof Submitted> {
  const facts = { viewer: buyer, requestId: `express:${cartId}` };
  try {
    await placeOrder({ ...context, ...facts, ask: context.askAs(facts) }, { cartId, express: true, priceHash: '', idempotencyKey: `express:${cartId}:${version}`, payment: paymentMethodId == null ? { kind: paymentKind } : { paymentMethodId } });
    return 'placed';
  } catch (error) {
    context.log('an express order could not be placed; it stays pending', { subgraph: 'orders', cartId, code: isRefusal(error) ? error.code : undefined, error: String(error) });
    return 'failed';
  }
}

/** Runs the batch on its schedule, one run at a time. @returns what ends it, after the run under way */
export function startSubmitting(context: OrdersContext): () => Promise<void> {
  let run: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    run ??= submitExpressOrders(context)
      .catch((error: unknown) => context.log('express orders could not be submitted', { subgraph: 'orders', error: String(error) })) // due still, for the next run
      .finally(() => (run = undefined));
  }, context.config.expressBatchSeconds * 1_000).unref();
  return async () => {
    clearInterval(timer);
    await run;
  };
}
