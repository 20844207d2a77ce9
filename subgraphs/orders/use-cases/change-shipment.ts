import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import type { OrdersTx } from '../context.ts';
import { SHIPMENT_LIFECYCLE, type ShipmentCommand } from '../domain/shipment-lifecycle.ts';
import type { Shipment } from '../entities/shipment.ts';
import type { ParcelFacts } from './open-shipment.ts';

/** A parcel in its transaction, once the command has been found allowed; with where it leads. */
export async function judgeShipment(tx: OrdersTx, shipmentId: string, command: ShipmentCommand): Promise<Shipment> {
  const shipment = await tx.sql.selectFrom('Shipment').selectAll().where('id', '=', shipmentId).executeTakeFirst();
  if (!shipment) throw refuse('NOT_FOUND', 'There is no such shipment.', { shipmentId });
  const { to } = judgeOrRefuse(SHIPMENT_LIFECYCLE, { status: shipment.status, command, roles: ['administrator'], facts: null }, { shipmentId });
  return { ...shipment, status: to };
}

/** What is told of a parcel is kept; what is left out stays as it was. */
export async function changeShipment({ sql }: OrdersTx, shipment: Shipment, { carrier, trip, trackingNumbers }: ParcelFacts, more: Partial<Shipment> = {}): Promise<Shipment> {
  const changed = { status: shipment.status, ...(carrier != null && { carrier }), ...(trip != null && { trip }), ...(trackingNumbers != null && { trackingNumbers: [...trackingNumbers] }), ...more };
  await sql.updateTable('Shipment').set(changed).where('id', '=', shipment.id).execute();
  return { ...shipment, ...changed };
}

/** Everything that is in a parcel, line by line. */
export async function inShipment(tx: OrdersTx, shipmentId: string): Promise<{ orderLineId: string; orderId: string; quantityMicro: bigint }[]> {
  return tx.sql.selectFrom('FulfilmentPart').select(['orderLineId', 'orderId', 'quantityMicro']).where('shipmentId', '=', shipmentId).orderBy('orderLineId').execute();
}

