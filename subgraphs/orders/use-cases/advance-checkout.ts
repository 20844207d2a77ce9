import { isRefusal, refuse, type DomainError } from '#kernel/errors.ts';
import type { OrdersContext } from '../context.ts';
import { CHECKOUT_STAGES, isOpen, MAX_ATTEMPTS, undosFrom, waitBefore, type OpenStep } from '../domain/checkout-steps.ts';
import type { Checkout } from '../entities/checkout.ts';
import { AwaitsBuyer, waitForBuyer } from './await-buyer.ts';
import { tellCheckout } from './follow-checkout.ts';
import { leaseUntil, noteCheckout, readCheckout } from './checkout-row.ts';
import { UNDO, WORK } from './checkout-work.ts';

type Next = 'go on' | 'wait';
/** Another driver moved the checkout on, or refused it: what we were about to write must not be. */
class Overtaken extends Error {}
type OpenCheckout = Checkout & { readonly step: OpenStep };

/** Drives a checkout, on behalf of its buyer, until it is placed, has failed, or has to wait for a peer. Only the holder of the lease calls this. */
export async function advanceCheckout(context: OrdersContext, checkoutId: string): Promise<void> {
  let next: Next = 'go on';
  while (next === 'go on') {
    const checkout = await readCheckout(context, checkoutId);
    tellCheckout(context, checkout);
    if (!isAtOpenStep(checkout)) return;
    const asBuyer = { ...context, ...checkout.facts, ask: context.askAs(checkout.facts) };
    next = checkout.refusal ? await undoCheckout(asBuyer, checkout) : await takeStep(asBuyer, checkout);
  }
  tellCheckout(context, await readCheckout(context, checkoutId)); // it waits
}

const isAtOpenStep = (checkout: Checkout): checkout is OpenCheckout => isOpen(checkout.step);

async function takeStep(context: OrdersContext, checkout: OpenCheckout): Promise<Next> {
  const { does, to } = CHECKOUT_STAGES[checkout.step];
  const worked = await attempt(() => WORK[does](context, checkout));
  if ('error' in worked && worked.error instanceof AwaitsBuyer) {
    await waitForBuyer(context, checkout, worked.error.authentication);
    return 'wait';
  }
  if ('error' in worked) return refuseOrWait(context, checkout, worked.error);

  await context.failpoint(`${to}:unsaved`, checkout);
  const now = context.clock.now();
  const saved = await attempt(() =>
    context.db.transact(async (tx) => {
      const learned = await worked.answer(tx);
      const noted = await noteCheckout(tx, checkout, now, { step: to, ...learned, attempts: 0, trouble: null, authentication: null, nextAt: leaseUntil(now) });
      if (!noted) throw new Overtaken();
    }),
  );
  if ('error' in saved) return saved.error instanceof Overtaken ? 'go on' : refuseOrWait(context, checkout, saved.error);
  await context.failpoint(to, checkout);
  return 'go on';
}

/** Takes back what was done, last first. A refusal there means that nothing of ours is left to take back. */
async function undoCheckout(context: OrdersContext, checkout: OpenCheckout): Promise<Next> {
  for (const undo of undosFrom(checkout.step)) {
    const undone = await attempt(() => UNDO[undo](context, checkout));
    if ('error' in undone && !isFinal(undone.error)) return waitAndSee(context, checkout, undone.error);
  }
  await context.failpoint('failed:unsaved', checkout);
  await noteCheckout(context.db, checkout, context.clock.now(), { step: 'failed', idempotencyKey: null, authentication: null });
  return 'go on';
}

async function refuseOrWait(context: OrdersContext, checkout: OpenCheckout, error: unknown): Promise<Next> {
  const isLast = checkout.attempts + 1 >= MAX_ATTEMPTS;
  const refusal = isFinal(error) ? error : isLast ? refuse(CHECKOUT_STAGES[checkout.step].unanswered ?? 'SUBGRAPH_UNAVAILABLE', 'A part of the shop did not answer; nothing was ordered. Try again.') : undefined;
  if (!refusal) return waitAndSee(context, checkout, error);
  const { code, message, details } = refusal;
  await noteCheckout(context.db, checkout, context.clock.now(), { refusal: { code, message, details }, trouble: isFinal(error) ? null : String(error), authentication: null });
  return 'go on';
}

async function waitAndSee(context: OrdersContext, checkout: OpenCheckout, error: unknown): Promise<Next> {
  const attempts = checkout.attempts + 1;
  const now = context.clock.now();
  await noteCheckout(context.db, checkout, now, { attempts, trouble: String(error), nextAt: new Date(now.getTime() + waitBefore(attempts)) });
  return 'wait';
}

/** Whether trying the same again cannot help. An answer that never came is no refusal. */
const isFinal = (error: unknown): error is DomainError => isRefusal(error) && !TRY_AGAIN.has(error.code);
const TRY_AGAIN: ReadonlySet<string> = new Set(['SUBGRAPH_UNAVAILABLE', 'OVERLOADED', 'CONFLICT']);

/** Catches what the row has to remember; what a failpoint throws is not among it. */
async function attempt<T>(work: () => Promise<T>): Promise<{ answer: T } | { error: unknown }> {
  try {
    return { answer: await work() };
  } catch (error) {
    return { error };
  }
}
