import { setTimeout as sleep } from 'node:timers/promises';
import type { OrdersContext } from '../context.ts';
import { isOpen } from '../domain/checkout-steps.ts';
import type { Checkout } from '../entities/checkout.ts';
import { isAwaitingBuyer } from './await-buyer.ts';
import { advanceCheckout } from './advance-checkout.ts';
import { readCheckout, takeLease } from './checkout-row.ts';

/** Together 4 s: the caller of a subgraph gives up after 5 s, and should hear from us before. */
const LOOKS = 80;
const PAUSE_MS = 50;

/**
 * Waits for a checkout that someone drives, and takes over when its driver is gone.
 * @returns the checkout with its outcome, or waiting for its buyer, or without one when the wait was over first
 */
export async function awaitCheckout(context: OrdersContext, checkoutId: string): Promise<Checkout> {
  let checkout = await readCheckout(context, checkoutId);
  for (let look = 1; look < LOOKS && isOpen(checkout.step) && !isAwaitingBuyer(checkout); look++) {
    if (checkout.nextAt > context.clock.now()) await sleep(PAUSE_MS);
    else if (await takeLease(context, checkoutId)) await advanceCheckout(context, checkoutId);
    checkout = await readCheckout(context, checkoutId);
  }
  return checkout;
}
