import { defineEntity, p } from '@mikro-orm/core';
import { PART_STEPS, type PartStep } from '../domain/fulfilment-steps.ts';

/** How much of an order line is at a step of its way, and in which parcel. What is still awaited has no row. [ORD-31, ORD-32] */
export const FulfilmentPartSchema = defineEntity({
  name: 'FulfilmentPart',
  tableName: 'fulfilment_part',
  properties: {
    orderLineId: p.string().primary(),
    step: p.string().$type<PartStep>().primary(),
    /** Empty while it is in no parcel: a key has no nulls. */
    shipmentId: p.string().primary(),
    orderId: p.string(),
    accountId: p.string(),
    quantityMicro: p.bigint('bigint'),
  },
  indexes: [{ properties: ['orderId'] }, { properties: ['shipmentId'] }, { properties: ['accountId', 'orderId'] }],
  checks: [
    { name: 'fulfilment_part_step', expression: `step in ('${PART_STEPS.join("', '")}')` },
    { name: 'fulfilment_part_positive', expression: 'quantity_micro > 0' },
  ],
});
export class FulfilmentPart extends FulfilmentPartSchema.class {}
FulfilmentPartSchema.setClass(FulfilmentPart);
