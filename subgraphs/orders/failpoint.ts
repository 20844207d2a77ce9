import type { Checkout } from './entities/checkout.ts';
import type { CheckoutStep } from './domain/checkout-steps.ts';

/**
 * Where a test may stop a checkout dead: `confirmed:unsaved` is after the work that leads to `confirmed` and before the
 * note of it, `confirmed` is after the note. Throwing there is like a kill of the process.
 */
export type CheckoutPoint = CheckoutStep | `${CheckoutStep}:unsaved`;
export type Failpoint = (point: CheckoutPoint, checkout: Pick<Checkout, 'id' | 'idempotencyKey'>) => void | Promise<void>;
