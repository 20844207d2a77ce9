import { refuse } from '#kernel/errors.ts';
import type { EventPayload } from '#kernel/events.ts';
import type { OrdersTx } from '../context.ts';
import { changesOfOrder } from '../domain/order-changes.ts';
import { LINE_STATUS_FOLLOWS } from '../domain/line-status.ts';
import type { OrderStatus } from '../domain/order-lifecycle.ts';
import type { Order } from '../entities/order.ts';

/**
 * Writes the root row of an order and its event: the version goes up by one, if nobody overtook us since we read. Every
 * change of anything inside an order goes through here.
 */
export async function changeOrder(
  tx: OrdersTx,
  before: Order,
  changes: Partial<Order>,
  event: { type: string; actorId: string | null; now: Date; payload?: EventPayload; destination?: string },
): Promise<Order> {
  const changed = { ...changes, version: before.version + 1, updatedAt: event.now };
  const { numUpdatedRows } = await tx.sql.updateTable('Order').set(changed).where('id', '=', before.id).where('version', '=', before.version).executeTakeFirst();
  if (numUpdatedRows !== 1n) throw refuse('CONFLICT', 'Others changed this order at the same moment. Try again.', { orderId: before.id });
  if (changed.status !== undefined && changed.status !== before.status) await followStatus(tx, before.id, changed.status);
  await tx.announce({
    accountId: before.accountId,
    aggregateType: 'order',
    aggregateId: before.id,
    aggregateVersion: changed.version,
    type: event.type,
    actorId: event.actorId,
    payload: { orderId: before.id, number: changes.number ?? before.number, ...event.payload, changes: changesOfOrder(before, { ...before, ...changed }) },
    destination: event.destination,
  });
  return { ...before, ...changed };
}

/** The status of an order is that of its lines as well, as long as no fulfilment says more. [ORD-05, ORD-31] */
async function followStatus({ sql }: OrdersTx, orderId: string, status: OrderStatus): Promise<void> {
  for (const { to, shippable, from } of LINE_STATUS_FOLLOWS[status]) {
    let lines = sql.updateTable('OrderLine').set({ status: to }).where('orderId', '=', orderId).where('status', '!=', 'CANCELED');
    if (from !== undefined) lines = lines.where('status', '=', from);
    if (shippable !== undefined) lines = lines.where('shippable', '=', shippable);
    await lines.execute();
  }
}
