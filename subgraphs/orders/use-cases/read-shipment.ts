import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import { goingAlong } from '../domain/component-quantities.ts';
import { around, within } from '../domain/line-tree.ts';
import type { FulfilmentPart } from '../entities/fulfilment-part.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import type { Shipment } from '../entities/shipment.ts';
import { seesOrder } from './read-order.ts';

export interface LineOfShipment {
  readonly shipment: Shipment;
  readonly line: OrderLine;
  readonly order: Order;
  readonly quantityMicro: bigint;
  /** How many things around it are in the parcel as well. */
  readonly depth: number;
}

/** A parcel by its number, for who may see an order in it. [ORD-33] */
export async function readShipment(context: OrdersContext, number: string): Promise<Shipment> {
  const viewer = requireViewer(context);
  const shipment = await context.db.sql.selectFrom('Shipment').selectAll().where('number', '=', number.trim().toUpperCase()).executeTakeFirst();
  const isTheirs = shipment !== undefined && (isSeller(viewer) || (await linesOfShipment(context, shipment)).length > 0);
  if (!isTheirs) throw refuse('NOT_FOUND', 'There is no such shipment.', { number });
  return shipment;
}

/** What is in a parcel, of the orders the viewer may see, in their order; behind each thing what is in it, as far as that is sent. [ORD-30, ORD-45] */
export async function linesOfShipment(context: OrdersContext, shipment: Shipment): Promise<LineOfShipment[]> {
  const { loaders } = context;
  const found = await Promise.all(
    (await loaders.partsOfShipment.load(shipment.id)).map(async (part) => {
      const [line, order] = await Promise.all([loaders.lineById.load(part.orderLineId), loaders.orderById.load(part.orderId)]);
      return line && order && (await seesOrder(context, order)) ? withComponents(line, part, await loaders.linesOfOrder.load(order.id)).map((each) => ({ ...each, shipment, order })) : [];
    }),
  );
  return found.flat().sort((a, b) => (a.order.id === b.order.id ? a.line.position - b.line.position : a.order.id < b.order.id ? -1 : 1));
}

function withComponents(line: OrderLine, { quantityMicro }: FulfilmentPart, lines: readonly OrderLine[]): Pick<LineOfShipment, 'line' | 'quantityMicro' | 'depth'>[] {
  const inParcel = [line, ...within(lines, line.id).filter(({ shippable }) => shippable)];
  const depthOf = (each: OrderLine): number => around(lines, each).filter((whole) => inParcel.some(({ id }) => id === whole.id)).length;
  return inParcel.map((each) => ({ line: each, quantityMicro: each === line ? quantityMicro : goingAlong(each, line, quantityMicro), depth: each === line ? 0 : depthOf(each) }));
}

/** The parcels that anything of an order is in, the first one first. */
export async function shipmentsOf({ loaders }: OrdersContext, orderId: string): Promise<Shipment[]> {
  const ids = new Set((await loaders.partsOfOrder.load(orderId)).flatMap(({ shipmentId }) => (shipmentId === '' ? [] : shipmentId)));
  const shipments = await Promise.all([...ids].sort().map((id) => loaders.shipmentById.load(id)));
  return shipments.filter((shipment) => shipment !== undefined);
}
