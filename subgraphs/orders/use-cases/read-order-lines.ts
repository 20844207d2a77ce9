import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { maySee } from '../domain/order-rights.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';

export interface LineOfOrder {
  readonly line: OrderLine;
  readonly order: Order;
}

/** Order lines by id, in the order asked; one that the viewer may not know of refuses all. */
export async function readOrderLines(context: OrdersContext, lineIds: readonly string[]): Promise<LineOfOrder[]> {
  return Promise.all(
    lineIds.map(async (lineId) => {
      const found = await findOrderLine(context, lineId);
      if (!found) throw refuse('NOT_FOUND', 'There is no such order line.', { orderLineId: lineId });
      return found;
    }),
  );
}

export async function findOrderLine(context: OrdersContext, lineId: string): Promise<LineOfOrder | undefined> {
  const viewer = requireViewer(context);
  const line = looksLikeId(lineId) ? await context.loaders.lineById.load(lineId) : undefined;
  const order = line && (await context.loaders.orderById.load(line.orderId));
  return order && maySee(viewer, order) ? { line, order } : undefined;
}
