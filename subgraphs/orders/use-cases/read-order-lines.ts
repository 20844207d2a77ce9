import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import { mayHandle } from '../domain/order-rights.ts';
import { asSent } from '../domain/sent-share.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { seesOrder } from './read-order.ts';

export interface LineOfOrder {
  readonly line: OrderLine;
  readonly order: Order;
}

/** Order lines by id, in the order asked, to return them; one whose order the viewer has nothing to do with refuses all. */
export async function readOrderLines(context: OrdersContext, lineIds: readonly string[]): Promise<LineOfOrder[]> {
  const viewer = requireViewer(context);
  return Promise.all(
    lineIds.map(async (lineId) => {
      const found = await loadOrderLine(context, lineId);
      if (!found || !mayHandle(viewer, found.order, context.config)) throw refuse('NOT_FOUND', 'There is no such order line.', { orderLineId: lineId });
      return found;
    }),
  );
}

/** An order line as who may see its order sees it. */
export async function findOrderLine(context: OrdersContext, lineId: string): Promise<LineOfOrder | undefined> {
  requireViewer(context);
  const found = await loadOrderLine(context, lineId);
  return found && (await seesOrder(context, found.order)) ? found : undefined;
}

async function loadOrderLine({ loaders }: OrdersContext, lineId: string): Promise<LineOfOrder | undefined> {
  const line = looksLikeId(lineId) ? await loaders.lineById.load(lineId) : undefined;
  const order = line && (await loaders.orderById.load(line.orderId));
  return order && { line, order };
}

/** An order line as far as it was picked and shipped, and be it by what is in it. */
export async function readAsSent({ sql }: OrdersTx, lineId: string): Promise<OrderLine> {
  const line = await sql.selectFrom('OrderLine').selectAll().where('id', '=', lineId).executeTakeFirstOrThrow();
  return line.shippable ? line : asSent(await sql.selectFrom('OrderLine').selectAll().where('orderId', '=', line.orderId).orderBy('position').execute(), line);
}
