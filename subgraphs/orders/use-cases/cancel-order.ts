import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import type { Order } from '../entities/order.ts';
import { changeOrder } from './change-order.ts';
import { judgeCancellation, offersCancellation } from './judge-order.ts';
import { readOrder } from './read-order.ts';
import { announceNotice } from './send-order-notice.ts';

/** The whole order is called off, by a buyer who may or by the seller's administrator. What it took, others give back when they hear of it. [CAN-01..07] */
export async function cancelOrder(context: OrdersContext, orderId: string, reason: string): Promise<Order> {
  requireViewer(context);
  const { id } = await readOrder(context, orderId);
  if (!offersCancellation(context)) throw refuse('OPERATION_DISABLED', 'Orders cannot be canceled online here. Contact your sales representative.', { orderId });
  const given = givenReason(context, reason);
  context.loaders.orderById.clear(id);
  return context.db.transact(async (tx) => {
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const lines = await tx.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', id).execute();
    const move = judgeCancellation(context, order, lines);
    const event = { type: 'ORDER_CANCELED', destination: move.announces, payload: { checkoutId: order.checkoutId, reason: given, totalMinor: String(order.totalMinor) } };
    return inUnitOf(order, context, (there) => callOff(tx, there, order, { status: move.to, cancelReason: given }, event));
  });
}

function givenReason({ config: { cancelReasons: reasons } }: OrdersContext, text: string): string {
  const reason = text.trim();
  if (reason === '') throw refuse('BAD_USER_INPUT', 'Say why the order is canceled.', { reasons });
  if (reasons.length > 0 && !reasons.includes(reason)) throw refuse('BAD_USER_INPUT', 'Name one of the reasons there are.', { reason, reasons });
  return reason;
}

async function callOff(tx: OrdersTx, { viewer, clock, config }: OrdersContext, order: Order, changes: Partial<Order>, event: { type: string; destination?: string; payload: Record<string, unknown> }): Promise<Order> {
  const { operatingUnit } = config;
  const canceled = await changeOrder(tx, order, changes, { ...event, actorId: viewer?.id ?? null, now: clock.now(), payload: { ...event.payload, operatingUnit } });
  for (const to of new Set([order.placedById, order.ownerId])) await announceNotice(tx, order, 'ORDER_CANCELED', { to });
  return canceled;
}

/**
 * Work in the operating unit of an order: what it does and announces is that unit's. The context is a value, so that
 * whoever asked is back in their own unit afterwards, also when it fails. [CAN-08]
 */
const inUnitOf = <Result>({ operatingUnit }: Order, context: OrdersContext, work: (there: OrdersContext) => Promise<Result>): Promise<Result> =>
  work({ ...context, config: { ...context.config, operatingUnit } });
