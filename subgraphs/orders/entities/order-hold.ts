import { defineEntity, p } from '@mikro-orm/core';

/** What keeps an order, or a line of it, where it is until somebody releases it. */
export const OrderHoldSchema = defineEntity({
  name: 'OrderHold',
  tableName: 'order_hold',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    orderId: p.string(),
    /** Null: the order as a whole. */
    orderLineId: p.string().nullable(),
    reason: p.string(),
    /** Null: placed by itself when the order was. */
    placedById: p.string().nullable(),
    placedAt: p.datetime(),
    releasedById: p.string().nullable(),
    releasedAt: p.datetime().nullable(),
    releaseReason: p.string().nullable(),
  },
  indexes: [{ properties: ['orderId', 'id'] }, { properties: ['accountId', 'orderId'] }],
});
export class OrderHold extends OrderHoldSchema.class {}
OrderHoldSchema.setClass(OrderHold);
