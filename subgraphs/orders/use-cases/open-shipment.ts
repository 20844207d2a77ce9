import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { OrdersTx } from '../context.ts';
import type { Shipment } from '../entities/shipment.ts';
import { takeNumber } from './take-number.ts';

export interface ParcelFacts {
  readonly carrier?: string | null;
  readonly trip?: string | null;
  readonly trackingNumbers?: readonly string[] | null;
}

/** A new parcel for what the first of some lines is sold to and goes to; nothing is in it yet. */
export async function openShipment(tx: OrdersTx, orderLineId: string, { carrier, trip, trackingNumbers }: ParcelFacts, now: Date): Promise<Shipment> {
  const line = await tx.sql.selectFrom('OrderLine').select(['orderId', 'shipping']).where('id', '=', orderLineId).executeTakeFirst();
  if (!line) throw refuse('NOT_FOUND', 'There is no such order line.', { orderLineId });
  const order = await tx.sql.selectFrom('Order').select(['accountId', 'shipTo', 'shippingMethod']).where('id', '=', line.orderId).executeTakeFirstOrThrow();
  const shipment: Shipment = {
    id: newId(),
    accountId: order.accountId,
    number: await takeNumber(tx, `S-${now.getUTCFullYear()}`),
    status: 'OPEN',
    carrier: carrier ?? null,
    trip: trip ?? null,
    trackingNumbers: [...(trackingNumbers ?? [])],
    shipTo: line.shipping?.shipTo ?? order.shipTo,
    shippedAt: null,
    createdAt: now,
  };
  await tx.sql.insertInto('Shipment').values(shipment).execute();
  return shipment;
}
