import type { OrdersContext } from '../context.ts';
import type { Authentication } from '../domain/payment-lifecycle.ts';
import type { Checkout } from '../entities/checkout.ts';
import { noteCheckout } from './checkout-row.ts';

/** Before the stock is given back there must be time to void, or to write the order. */
const BEFORE_STOCK_ENDS_MS = 90_000;

/** Nothing went wrong: the bank wants to hear from the buyer, and the checkout waits for that. */
export class AwaitsBuyer extends Error {
  readonly authentication: Authentication;
  constructor({ url, secret }: Authentication) {
    super('The buyer has to authenticate.');
    this.authentication = { url, secret };
  }
}

/** Until when the buyer of a checkout may take to authenticate. */
export const authenticateBy = ({ reservedUntil, createdAt }: Checkout): Date => new Date((reservedUntil ?? createdAt).getTime() - BEFORE_STOCK_ENDS_MS);

/** Whether somebody is there to authenticate: the batches of express and of approved orders have nobody. */
export const hasBuyer = ({ input }: Checkout): boolean => !input.express && input.approvalId === undefined;

/** The checkout stands still; the worker looks for the last time when the time is over. */
export async function waitForBuyer({ db, clock }: OrdersContext, checkout: Checkout, authentication: Authentication): Promise<void> {
  await noteCheckout(db, checkout, clock.now(), { attempts: 0, trouble: null, authentication, nextAt: authenticateBy(checkout) });
}

export const isAwaitingBuyer = ({ authentication, refusal, step }: Checkout): boolean => authentication != null && !refusal && step === 'stockReserved';
