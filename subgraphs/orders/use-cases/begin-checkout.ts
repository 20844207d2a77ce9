import { refuse } from '#kernel/errors.ts';
import { fingerprint } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import type { PlaceOrder } from '../domain/place-order-input.ts';
import { leaseUntil } from './checkout-row.ts';

/**
 * Finds the checkout that answers for the key, or begins one. A checkout that failed has given its key back, so a repeat
 * begins anew. @returns whether the caller now drives it
 */
export function beginCheckout(context: OrdersContext, viewer: Viewer, input: PlaceOrder): Promise<{ checkoutId: string; isMine: boolean }> {
  const print = fingerprint(viewer, input);
  const { requestId, trace } = context;
  return context.db.transact(async ({ sql }) => {
    const known = await sql
      .selectFrom('Checkout')
      .select(['id', 'fingerprint'])
      .where('accountId', '=', viewer.accountId)
      .where('idempotencyKey', '=', input.idempotencyKey)
      .executeTakeFirst();
    if (known && known.fingerprint !== print) {
      throw refuse('IDEMPOTENCY_KEY_REUSED', 'This idempotency key came before with another order.', { key: input.idempotencyKey });
    }
    if (known) return { checkoutId: known.id, isMine: false };

    const now = context.clock.now();
    const checkoutId = newId();
    await sql
      .insertInto('Checkout')
      .values({
        id: checkoutId,
        accountId: viewer.accountId,
        ownerId: viewer.id,
        idempotencyKey: input.idempotencyKey,
        fingerprint: print,
        cartId: input.cartId ?? null,
        quoteId: input.quoteId ?? null,
        priceHash: input.priceHash,
        input: { ...input },
        facts: { viewer, requestId, trace },
        step: 'started',
        confirmation: null,
        reservedUntil: null,
        attempts: 0,
        trouble: null,
        nextAt: leaseUntil(now),
        orderId: null,
        refusal: null,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    return { checkoutId, isMine: true };
  });
}
