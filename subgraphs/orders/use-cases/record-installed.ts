import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { OrdersTx } from '../context.ts';
import { readSerials } from '../domain/installed-base.ts';
import { installedTree, type Piece } from '../domain/installed-tree.ts';
import { within } from '../domain/line-tree.ts';
import type { InstalledItem } from '../entities/installed-item.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import type { Shipment } from '../entities/shipment.ts';
import type { SerialsOfLine } from './confirm-shipment.ts';
import type { MovedOrder } from './move-lines.ts';
import { takeNumber } from './take-number.ts';

/** What left belongs to the customer now, with all that is in it: pieces by their serial numbers where they have some. Serial numbers for what is not in the parcel are refused. [ORD-28, ORD-38] */
export async function recordInstalled(tx: OrdersTx, shipment: Shipment, moved: readonly MovedOrder[], serials: readonly SerialsOfLine[], now: Date): Promise<void> {
  const inParcel = await tx.sql.selectFrom('FulfilmentPart').selectAll().where('shipmentId', '=', shipment.id).execute();
  const known = new Set<string>();
  for (const { order, lines: carriers } of moved) {
    const lines = await tx.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', order.id).orderBy('position').execute();
    for (const carrier of carriers) {
      const left = inParcel.find((part) => part.orderLineId === carrier.id)?.quantityMicro ?? 0n;
      for (const line of [carrier, ...within(lines, carrier.id)]) known.add(line.id);
      const pieces = installedTree(lines, carrier, left, (line, quantityMicro) => readSerials(line, quantityMicro, serials.find(({ orderLineId }) => orderLineId === line.id)?.serialNumbers ?? []));
      await writePieces(tx, order, shipment, pieces, now);
    }
  }
  const stranger = serials.find(({ orderLineId }) => !known.has(orderLineId));
  if (stranger) throw refuse('BAD_USER_INPUT', 'There is no such line in this parcel.', { orderLineId: stranger.orderLineId });
}

async function writePieces(tx: OrdersTx, order: Order, shipment: Shipment, pieces: readonly Piece<OrderLine>[], now: Date): Promise<void> {
  for (const some of Map.groupBy(pieces, ({ line }) => line.sku).values()) refuseDoubled(some);
  for (const [line, some] of Map.groupBy(pieces, (piece) => piece.line)) await refuseKnown(tx, line, some.flatMap(({ serialNumber }) => serialNumber ?? []));
  const ids = new Map<Piece<OrderLine>, string>();
  for (const piece of pieces) {
    const id = newId();
    ids.set(piece, id);
    const parentId = piece.parent && (ids.get(piece.parent) ?? null);
    await tx.sql.insertInto('InstalledItem').values({ ...itemOf(order, shipment, piece), id, parentId, number: await takeNumber(tx, `N-${now.getUTCFullYear()}`), installedAt: now }).execute();
  }
}

/** A product may be in something more than once: its pieces are told apart all the same. */
function refuseDoubled(ofOneSku: readonly Piece<OrderLine>[]): void {
  const told = new Set<string>();
  for (const { line: { sku, id: orderLineId }, serialNumber } of ofOneSku) {
    if (serialNumber === null) continue;
    if (told.has(serialNumber)) throw refuse('BAD_USER_INPUT', `${sku} ${serialNumber} is told of twice.`, { orderLineId, sku, serialNumber });
    told.add(serialNumber);
  }
}

/** A serial number is one piece: it is not shipped again before it has come back. */
async function refuseKnown(tx: OrdersTx, { sku, id: orderLineId }: OrderLine, serials: readonly string[]): Promise<void> {
  if (serials.length === 0) return;
  const known = await tx.sql.selectFrom('InstalledItem').select('serialNumber').where('sku', '=', sku).where('serialNumber', 'in', serials).where('status', '=', 'INSTALLED').executeTakeFirst();
  if (known) throw refuse('BAD_USER_INPUT', `${sku} ${known.serialNumber} has been shipped before.`, { orderLineId, sku, serialNumber: known.serialNumber });
}

function itemOf(order: Order, shipment: Shipment, { line, serialNumber, quantityMicro, depth }: Piece<OrderLine>): Omit<InstalledItem, 'id' | 'number' | 'parentId' | 'installedAt'> {
  const { id: orderId, number: orderNumber, accountId, ownerId } = order;
  const { id: orderLineId, sku, description, uom } = line;
  return { accountId, ownerId, orderId, orderNumber, orderLineId, shipmentId: shipment.id, sku, description, uom, serialNumber, quantityMicro, depth, searchName: description.toLowerCase(), status: 'INSTALLED', location: shipment.shipTo };
}
