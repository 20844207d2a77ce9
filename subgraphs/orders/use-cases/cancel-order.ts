import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Order } from '../entities/order.ts';
import { changeOrder } from './change-order.ts';
import { judgeOrder } from './judge-order.ts';
import { readOrder } from './read-order.ts';

/** The whole order is called off, by a buyer who may or by the seller's administrator. [CAN-01, CAN-02, CAN-07] */
export async function cancelOrder(context: OrdersContext, orderId: string, reason: string): Promise<Order> {
  const viewer = requireViewer(context);
  const { id } = await readOrder(context, orderId);
  if (reason.trim() === '') throw refuse('BAD_USER_INPUT', 'Say why the order is canceled.', { orderId });
  context.loaders.orderById.clear(id);
  return context.db.transact(async (tx) => {
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const lines = await tx.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', id).execute();
    const move = judgeOrder(viewer, order, lines, 'cancel');
    const event = { type: 'ORDER_CANCELED', actorId: viewer.id, now: context.clock.now(), payload: { checkoutId: order.checkoutId, reason: reason.trim() }, destination: move.announces };
    return changeOrder(tx, order, { status: move.to, cancelReason: reason.trim() }, event);
  });
}
