import { defineEntity, p } from '@mikro-orm/core';
import type { OrderAddress } from '../domain/order-addresses.ts';
import { SHIPMENT_STATUSES, type ShipmentStatus } from '../domain/shipment-lifecycle.ts';

/** A parcel to one customer; lines of several of their orders may be in it. [ORD-32] */
export const ShipmentSchema = defineEntity({
  name: 'Shipment',
  tableName: 'shipment',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    number: p.string(),
    status: p.string().$type<ShipmentStatus>(),
    carrier: p.string().nullable(),
    /** The journey it goes along with, as the warehouse calls it. */
    trip: p.string().nullable(),
    trackingNumbers: p.json<readonly string[]>(),
    shipTo: p.json<OrderAddress>().nullable(),
    shippedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['number'] }],
  indexes: [{ properties: ['accountId', 'id'] }],
  checks: [{ name: 'shipment_status', expression: `status in ('${SHIPMENT_STATUSES.join("', '")}')` }],
});
export class Shipment extends ShipmentSchema.class {}
ShipmentSchema.setClass(Shipment);
