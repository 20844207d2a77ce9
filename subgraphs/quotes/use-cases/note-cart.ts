import type { DomainEvent } from '#kernel/events.ts';
import type { QuotesTx } from './write-quote.ts';

const CLAIMED = 'GUEST_CART_CLAIMED';

/** A cart moved on: noted with the event, followed afterwards, for its content has to be asked for. Its first event is its owner's. */
export async function noteCart(tx: QuotesTx, { type, aggregateId: cartId, accountId, aggregateVersion: cartVersion, actorId }: DomainEvent): Promise<void> {
  const claimed = type === CLAIMED && actorId != null ? { ownerId: actorId } : {};
  await tx.sql
    .insertInto('CartMirror')
    .values({ cartId, accountId, ownerId: actorId ?? '', cartVersion, mirroredVersion: 0, toldVersion: 0, toldQuoteVersion: 0, cpqId: null, fields: [], orderId: null, orderedById: null })
    .onConflict((oc) => oc.column('cartId').doUpdateSet({ cartVersion, accountId, ...claimed }))
    .execute();
}

/** A cart that is followed was ordered: noted too. Of others nothing is known. */
export async function noteOrder(tx: QuotesTx, { cartId, ...order }: { cartId: string; orderId: string; orderedById: string | null }): Promise<void> {
  await tx.sql.updateTable('CartMirror').set(order).where('cartId', '=', cartId).execute();
}
