import { refuse } from '#kernel/errors.ts';
import { fromMicro, readQuantity, toMicro } from '#kernel/quantity.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { OrdersConfig } from '../config.ts';
import type { OrdersTx } from '../context.ts';
import { goingAlong } from '../domain/component-quantities.ts';
import { moveParts, movableMicro, pickedMicro, shippedMicro, statusOnItsWay, type FulfilmentMove } from '../domain/fulfilment-steps.ts';
import { goesWith, within } from '../domain/line-tree.ts';
import type { FulfilmentPart } from '../entities/fulfilment-part.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import type { Shipment } from '../entities/shipment.ts';
import { changeOrder } from './change-order.ts';
import { judgeOrder } from './judge-order.ts';

export interface QuantityOfLine {
  readonly orderLineId: string;
  readonly quantity: string;
}

export interface Moving {
  readonly viewer: Viewer;
  readonly config: OrdersConfig;
  readonly now: Date;
  readonly move: FulfilmentMove;
  readonly lines: readonly QuantityOfLine[];
  readonly shipment?: Shipment;
  /** The cause people read in frames, such as LINES_PICKED. */
  readonly cause: string;
}

export interface MovedOrder {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
}

/** Moves quantities of lines along their way, all or none, and tells each order of it once. [ORD-31, ORD-32] */
export async function moveLines(tx: OrdersTx, { viewer, config, now, move, lines: wanted, shipment, cause }: Moving): Promise<MovedOrder[]> {
  refuseUnclearQuantities(wanted);
  const asked = new Map(wanted.map(({ orderLineId, quantity }) => [orderLineId, toMicro(readQuantity(quantity))]));
  const named = await tx.sql.selectFrom('OrderLine').selectAll().where('id', 'in', [...asked.keys()]).orderBy('position').execute();
  const stranger = wanted.find(({ orderLineId }) => !named.some((line) => line.id === orderLineId));
  if (stranger) throw refuse('NOT_FOUND', 'There is no such order line.', { orderLineId: stranger.orderLineId });

  const moved: MovedOrder[] = [];
  for (const [orderId, lines] of Map.groupBy(named, (line) => line.orderId)) {
    const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
    judgeOrder({ viewer, config }, order, lines, 'fulfil');
    if (shipment && shipment.accountId !== order.accountId) throw refuse('BAD_USER_INPUT', 'A parcel goes to one customer.', { orderId });
    const after: OrderLine[] = [];
    const all = await tx.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', orderId).orderBy('position').execute();
    for (const line of lines) {
      refuseCarried(order, line, goesWith(all, line));
      const carrier = await moveLine(tx, order, line, move, asked.get(line.id) ?? 0n, shipment?.id);
      await moveAlong(tx, all, carrier);
      after.push(carrier);
    }
    const payload = { ...(shipment && { shipmentId: shipment.id, shipmentNumber: shipment.number }), lines: after.map(({ id, status }) => ({ orderLineId: id, status })) };
    moved.push({ order: await changeOrder(tx, order, {}, { type: cause, actorId: viewer.id, now, payload }), lines: after });
  }
  return moved;
}

function refuseUnclearQuantities(wanted: readonly QuantityOfLine[]): void {
  if (wanted.length === 0) throw refuse('BAD_USER_INPUT', 'Name at least one order line.');
  const doubled = wanted.find(({ orderLineId }, i) => wanted.findIndex((other) => other.orderLineId === orderLineId) !== i);
  if (doubled) throw refuse('BAD_USER_INPUT', 'Name each order line once.', { orderLineId: doubled.orderLineId });
  const none = wanted.find(({ quantity }) => toMicro(readQuantity(quantity)) === 0n);
  if (none) throw refuse('QUANTITY_INVALID', 'A quantity to move is more than zero.', { orderLineId: none.orderLineId });
}

/** A component is moved by what it is in, as long as that is sent. */
function refuseCarried(order: Order, line: OrderLine, carrier: OrderLine | undefined): void {
  if (carrier) throw refuse('BAD_USER_INPUT', `${line.sku} of ${order.number} goes with ${carrier.sku}, which it is in.`, { orderLineId: line.id, goesWith: carrier.id });
}

/** What is within a line that moved is as far as that. [ORD-44] */
export async function moveAlong({ sql }: OrdersTx, all: readonly OrderLine[], carrier: OrderLine): Promise<void> {
  for (const line of within(all, carrier.id)) {
    if (!line.shippable || line.status === 'CANCELED') continue;
    const { status } = carrier;
    await sql.updateTable('OrderLine').set({ status, pickedMicro: goingAlong(line, carrier, carrier.pickedMicro), shippedMicro: goingAlong(line, carrier, carrier.shippedMicro) }).where('id', '=', line.id).execute();
  }
}

async function moveLine({ sql }: OrdersTx, order: Order, line: OrderLine, move: FulfilmentMove, quantityMicro: bigint, shipmentId?: string): Promise<OrderLine> {
  const facts = { orderId: order.id, orderNumber: order.number, orderLineId: line.id, sku: line.sku };
  if (!line.shippable) throw refuse('BAD_USER_INPUT', `${line.sku} is not sent.`, facts);
  if (line.openHolds > 0) throw refuse('ORDER_ON_HOLD', `${line.sku} of ${order.number} is on hold.`, facts);
  const present = { quantityMicro: line.quantityMicro, parts: await sql.selectFrom('FulfilmentPart').selectAll().where('orderLineId', '=', line.id).execute() };
  const movable = movableMicro(present, move, shipmentId);
  if (quantityMicro > movable) {
    throw refuse('INVALID_STATE', `Of ${line.sku} in ${order.number}, ${fromMicro(movable)} may be moved this way now.`, { ...facts, quantity: fromMicro(movable), action: move });
  }

  const parts = moveParts(present, move, quantityMicro, shipmentId);
  const rows = parts.map((part): FulfilmentPart => ({ ...part, orderLineId: line.id, orderId: order.id, accountId: order.accountId }));
  await sql.deleteFrom('FulfilmentPart').where('orderLineId', '=', line.id).execute();
  if (rows.length > 0) await sql.insertInto('FulfilmentPart').values(rows).execute();
  const changes = { status: statusOnItsWay({ ...present, parts }), pickedMicro: pickedMicro(parts), shippedMicro: shippedMicro(parts) };
  await sql.updateTable('OrderLine').set(changes).where('id', '=', line.id).execute();
  return { ...line, ...changes };
}
