import { defineEntity, p } from '@mikro-orm/core';

/** Someone who was an administrator of the shared cart when it was ordered. It counts for people of the account of the order. [SHARE-36] */
export const OrderTrackerSchema = defineEntity({
  name: 'OrderTracker',
  tableName: 'order_tracker',
  properties: { orderId: p.string().primary(), userId: p.string().primary(), accountId: p.string() },
  indexes: [{ properties: ['userId', 'accountId', 'orderId'] }],
});
export class OrderTracker extends OrderTrackerSchema.class {}
OrderTrackerSchema.setClass(OrderTracker);
