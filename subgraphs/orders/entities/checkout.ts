import { defineEntity, p } from '@mikro-orm/core';
import type { ErrorCode } from '#kernel/errors.ts';
import type { RequestFacts } from '#kernel/viewer.ts';
import { CHECKOUT_STEPS, type CheckoutStep } from '../domain/checkout-steps.ts';
import type { Confirmation } from '../domain/confirmation.ts';
import type { Authentication } from '../domain/payment-lifecycle.ts';
import type { PlaceOrder } from '../domain/place-order-input.ts';

export interface StoredRefusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** One way from a wish to an order: how far it is, on whose behalf, and what it learned so far. Any process can go on from here. */
export const CheckoutSchema = defineEntity({
  name: 'Checkout',
  tableName: 'checkout',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    ownerId: p.string(),
    /** Null once the checkout has failed: a refusal is no answer, so the key may be tried again. */
    idempotencyKey: p.string().nullable(),
    /** The same for ever, to find what became of an attempt that failed. */
    attemptKey: p.string(),
    fingerprint: p.string(),
    cartId: p.string().nullable(),
    quoteId: p.string().nullable(),
    priceHash: p.string(),
    input: p.json<PlaceOrder>(),
    facts: p.json<RequestFacts>(),
    step: p.string().$type<CheckoutStep>(),
    /** Goes up by one each time it moves, waits or is refused. */
    version: p.integer(),
    confirmation: p.json<Confirmation>().nullable(),
    reservedUntil: p.datetime().nullable(),
    /** While its buyer has to show the bank who they are: nobody goes on before, or the time is over. */
    authentication: p.json<Authentication>().nullable(),
    /** How often the present step went without an answer. */
    attempts: p.integer(),
    trouble: p.string().nullable(),
    /** Nobody else may drive it before then: the lease of a driver, or the wait after trouble. */
    nextAt: p.datetime(),
    orderId: p.string().nullable(),
    /** The approval it ended in, or the one it goes on from. */
    approvalId: p.string().nullable(),
    /** What it is charged to, once that was judged. */
    costCentreId: p.string().nullable(),
    /** Set as soon as the answer is no; the step becomes `failed` once everything is undone. */
    refusal: p.json<StoredRefusal>().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [{ properties: ['accountId', 'idempotencyKey'] }],
  indexes: [{ properties: ['step', 'nextAt'] }, { properties: ['accountId', 'attemptKey', 'id'] }],
  checks: [{ name: 'checkout_step', expression: `step in ('${CHECKOUT_STEPS.join("', '")}')` }],
});
export class Checkout extends CheckoutSchema.class {}
CheckoutSchema.setClass(Checkout);
