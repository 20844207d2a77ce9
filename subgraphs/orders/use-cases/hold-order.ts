import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { goesWith } from '../domain/line-tree.ts';
import type { Order } from '../entities/order.ts';
import type { OrderHold } from '../entities/order-hold.ts';
import { changeOrder } from './change-order.ts';
import { judgeOrder } from './judge-order.ts';
import { readOrder } from './read-order.ts';

export interface HoldOrder {
  readonly orderId: string;
  readonly orderLineId?: string | null;
  readonly reason: string;
}

/** The seller holds an order, or a line of it: it is neither booked nor picked, shipped or billed meanwhile. [ORD-04] */
export async function holdOrder(context: OrdersContext, { orderId, orderLineId = null, reason }: HoldOrder): Promise<Order> {
  const viewer = requireAdministrator(context);
  const { id } = await readOrder(context, orderId);
  if (reason.trim() === '') throw refuse('BAD_USER_INPUT', 'Say why it is held.', { orderId });
  forget(context, id);
  const now = context.clock.now();
  return context.db.transact(async (tx) => {
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const lines = await tx.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', id).execute();
    judgeOrder(context, order, lines, 'hold');
    const line = lines.find((each) => each.id === orderLineId);
    if (orderLineId !== null && !line) throw refuse('NOT_FOUND', 'There is no such order line.', { orderLineId });
    const carrier = line && goesWith(lines, line);
    if (carrier) throw refuse('BAD_USER_INPUT', `It goes with ${carrier.sku}, which it is in: hold that.`, { orderLineId, goesWith: carrier.id });
    const hold: OrderHold = { id: newId(), accountId: order.accountId, orderId: id, orderLineId, reason: reason.trim(), placedById: viewer.id, placedAt: now, releasedById: null, releasedAt: null, releaseReason: null };
    await tx.sql.insertInto('OrderHold').values(hold).execute();
    if (line) await tx.sql.updateTable('OrderLine').set({ openHolds: line.openHolds + 1 }).where('id', '=', line.id).execute();
    return changeOrder(tx, order, line ? {} : { openHolds: order.openHolds + 1 }, { type: 'HOLD_PLACED', actorId: viewer.id, now, payload: { holdId: hold.id, orderLineId } });
  });
}

/** A hold ends, once; what else holds the order goes on doing so. */
export async function releaseHold(context: OrdersContext, holdId: string, reason: string): Promise<Order> {
  const viewer = requireAdministrator(context);
  if (reason.trim() === '') throw refuse('BAD_USER_INPUT', 'Say why the hold is released.', { holdId });
  const now = context.clock.now();
  const released = await context.db.transact(async (tx) => {
    const hold = await tx.sql.selectFrom('OrderHold').selectAll().where('id', '=', holdId).executeTakeFirst();
    if (!hold) throw refuse('NOT_FOUND', 'There is no such hold.', { holdId });
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', hold.orderId).executeTakeFirstOrThrow();
    if (hold.releasedAt != null) return order;
    await tx.sql.updateTable('OrderHold').set({ releasedById: viewer.id, releasedAt: now, releaseReason: reason.trim() }).where('id', '=', holdId).execute();
    if (hold.orderLineId != null) await tx.sql.updateTable('OrderLine').set((eb) => ({ openHolds: eb('openHolds', '-', 1) })).where('id', '=', hold.orderLineId).execute();
    const changes = hold.orderLineId == null ? { openHolds: order.openHolds - 1 } : {};
    return changeOrder(tx, order, changes, { type: 'HOLD_RELEASED', actorId: viewer.id, now, payload: { holdId, orderLineId: hold.orderLineId } });
  });
  forget(context, released.id);
  return released;
}

/** What this request read before is no longer so. */
function forget({ loaders }: OrdersContext, orderId: string): void {
  loaders.orderById.clear(orderId);
  loaders.linesOfOrder.clear(orderId);
  loaders.holdsOfOrder.clear(orderId);
}
