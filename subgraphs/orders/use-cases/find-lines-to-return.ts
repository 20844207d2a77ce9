import { isRefusal, refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { around, rootsOf } from '../domain/line-tree.ts';
import { mayHandle } from '../domain/order-rights.ts';
import { readOrderLines, type LineOfOrder } from './read-order-lines.ts';

/** What lines are looked for by: the number of a piece, of a product, or of an order. [RET-17] */
export const LINE_SEARCH_FIELDS = ['SERIAL_NUMBER', 'PART_NUMBER', 'ORDER_NUMBER'] as const;
export type LineSearchField = (typeof LINE_SEARCH_FIELDS)[number];

const MAX_LINES = 500;

/** What was ordered, to choose from what comes back; what is within it comes back with it. [RET-14, ORD-46] */
export async function readLinesOfOrder(context: OrdersContext, orderId: string): Promise<LineOfOrder[]> {
  const viewer = requireViewer(context);
  const order = looksLikeId(orderId) ? await context.loaders.orderById.load(orderId) : undefined;
  if (!order || !mayHandle(viewer, order, context.config)) throw refuse('NOT_FOUND', 'There is no such order.', { orderId });
  return rootsOf(await context.loaders.linesOfOrder.load(orderId)).map((line) => ({ line, order }));
}

/**
 * The lines of the viewer's orders that a number stands for exactly, upper and lower case alike, newest first. A serial number is
 * one of a piece that was shipped; before that there is none to find. A component stands for the whole it is within. [RET-17, RET-18, ORD-46]
 */
export async function findLinesToReturn(context: OrdersContext, field: LineSearchField, text: string): Promise<LineOfOrder[]> {
  const { accountId } = requireViewer(context);
  const ids = await idsOf(context, accountId, field, text.trim().toUpperCase());
  const found = (await Promise.all(ids.map((id) => readOrderLines(context, [id]).catch(nullIfUnknown)))).flatMap((each) => each ?? []);
  const wholes = await Promise.all(found.map(async ({ line, order }) => ({ line: around(await context.loaders.linesOfOrder.load(order.id), line).at(-1) ?? line, order })));
  return [...new Map(wholes.map((each) => [each.line.id, each])).values()];
}

async function idsOf({ db: { sql } }: OrdersContext, accountId: string, field: LineSearchField, text: string): Promise<string[]> {
  const rows = await {
    SERIAL_NUMBER: () =>
      sql.selectFrom('InstalledItem').select('orderLineId as id').distinct().where('accountId', '=', accountId).where((eb) => eb(eb.fn<string>('upper', ['serialNumber']), '=', text)).where('status', '=', 'INSTALLED').orderBy('orderLineId', 'desc').limit(MAX_LINES),
    PART_NUMBER: () =>
      sql.selectFrom('OrderLine').select('id').where('accountId', '=', accountId).where((eb) => eb(eb.fn<string>('upper', ['sku']), '=', text)).orderBy('id', 'desc').limit(MAX_LINES),
    ORDER_NUMBER: () =>
      sql.selectFrom('OrderLine').innerJoin('Order', 'Order.id', 'OrderLine.orderId').select('OrderLine.id').where((eb) => eb.or([eb('Order.storeNumber', '=', text), eb('Order.outsideKey', '=', text)])).where('Order.accountId', '=', accountId).orderBy('OrderLine.position').limit(MAX_LINES),
  }[field]().execute();
  return rows.map(({ id }) => id);
}

function nullIfUnknown(error: unknown): null {
  if (isRefusal(error, 'NOT_FOUND')) return null; // of an order that is not the viewer's to handle
  throw error;
}
