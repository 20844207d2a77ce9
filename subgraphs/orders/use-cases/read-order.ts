import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { maySee } from '../domain/order-rights.ts';
import type { Order } from '../entities/order.ts';

/** The order as its reader may see it, or a refusal that tells strangers nothing. [ORD-10] */
export async function readOrder(context: OrdersContext, orderId: string): Promise<Order> {
  requireViewer(context);
  const order = looksLikeId(orderId) ? await context.loaders.orderById.load(orderId) : undefined;
  if (!order || !(await seesOrder(context, order))) throw refuse('NOT_FOUND', 'There is no such order.', { orderId });
  return order;
}

export async function seesOrder({ viewer, loaders, config }: OrdersContext, order: Order): Promise<boolean> {
  return viewer !== null && maySee(viewer, order, await loaders.trackersOfOrder.load(order.id), config);
}
