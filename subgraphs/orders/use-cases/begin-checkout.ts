import { refuse } from '#kernel/errors.ts';
import { fingerprint } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import type { PlaceOrder } from '../domain/place-order-input.ts';
import type { Checkout } from '../entities/checkout.ts';
import { leaseUntil } from './checkout-row.ts';

/**
 * Begins the checkout that answers for the key, or finds it: one statement decides between two at the same time. A
 * checkout that failed has given its key back, so a repeat begins anew. @returns whether the caller now drives it
 */
export async function beginCheckout(context: OrdersContext, viewer: Viewer, input: PlaceOrder): Promise<{ checkoutId: string; isMine: boolean }> {
  const begun = newCheckout(context, viewer, input);
  const { numInsertedOrUpdatedRows } = await context.db.transact(({ sql }) => {
    context.db.suspensions.refuse(viewer); // jobs place orders on behalf of others too
    return sql.insertInto('Checkout').values(begun).onConflict((oc) => oc.columns(['accountId', 'idempotencyKey']).doNothing()).executeTakeFirst();
  });
  if (numInsertedOrUpdatedRows === 1n) return { checkoutId: begun.id, isMine: true };

  const known = await context.db.sql
    .selectFrom('Checkout')
    .select(['id', 'fingerprint'])
    .where('accountId', '=', viewer.accountId)
    .where('idempotencyKey', '=', input.idempotencyKey)
    .executeTakeFirst();
  if (!known) throw refuse('CONFLICT', 'The order under this key has just failed. Try again.', { key: input.idempotencyKey });
  if (known.fingerprint === begun.fingerprint) return { checkoutId: known.id, isMine: false };
  throw refuse('IDEMPOTENCY_KEY_REUSED', 'This idempotency key came before with another order.', { key: input.idempotencyKey });
}

function newCheckout({ clock, requestId, trace }: OrdersContext, viewer: Viewer, input: PlaceOrder): Checkout {
  const now = clock.now();
  return {
    id: newId(),
    accountId: viewer.accountId,
    ownerId: viewer.id,
    idempotencyKey: input.idempotencyKey,
    attemptKey: input.idempotencyKey,
    fingerprint: fingerprint(viewer, input),
    cartId: input.cartId ?? null,
    quoteId: input.quoteId ?? null,
    priceHash: input.priceHash,
    input: { ...input },
    facts: { viewer, requestId, trace },
    step: 'started',
    version: 1,
    confirmation: null,
    reservedUntil: null,
    authentication: null,
    attempts: 0,
    trouble: null,
    nextAt: leaseUntil(now),
    orderId: null,
    approvalId: input.approvalId ?? null,
    costCentreId: null,
    refusal: null,
    createdAt: now,
    updatedAt: now,
  };
}
