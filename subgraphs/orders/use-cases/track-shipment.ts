import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Shipment } from '../entities/shipment.ts';
import { changeOrder } from './change-order.ts';
import { changeShipment, inShipment, judgeShipment } from './change-shipment.ts';
import type { ParcelFacts } from './open-shipment.ts';

export interface TrackShipment extends ParcelFacts {
  readonly shipmentId: string;
}

/** A parcel is put on a trip, or gets the numbers it is tracked by; those may come after it left. Each order in it tells of it. [ORD-31] */
export async function trackShipment(context: OrdersContext, { shipmentId, ...facts }: TrackShipment): Promise<Shipment> {
  const viewer = requireAdministrator(context);
  const now = context.clock.now();
  return context.db.transact(async (tx) => {
    const parcel = await judgeShipment(tx, shipmentId, facts.trip == null ? 'track' : 'assignTrip');
    const shipment = await changeShipment(tx, parcel, facts);
    for (const orderId of new Set((await inShipment(tx, shipment.id)).map((part) => part.orderId))) {
      const order = await tx.sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
      await changeOrder(tx, order, {}, { type: facts.trip == null ? 'SHIPMENT_TRACKED' : 'TRIP_ASSIGNED', actorId: viewer.id, now, payload: { shipmentId: shipment.id, shipmentNumber: shipment.number } });
    }
    return shipment;
  });
}
