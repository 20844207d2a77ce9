import { defineEntity, p } from '@mikro-orm/core';

/** How much of one order line comes back, and what is refunded for it. */
export const ReturnLineSchema = defineEntity({
  name: 'ReturnLine',
  tableName: 'return_line',
  properties: {
    id: p.string().primary(),
    returnId: p.string(),
    accountId: p.string(),
    orderLineId: p.string(),
    orderId: p.string(),
    sku: p.string(),
    quantityMicro: p.bigint('bigint'),
    reason: p.string(),
    /** What is shown to those who may not see what was paid. */
    listUnitMicro: p.bigint('bigint').nullable(),
    refundMinor: p.bigint('bigint'),
    serialNumbers: p.json<readonly string[]>(),
  },
  uniques: [{ properties: ['returnId', 'orderLineId'] }],
  indexes: [{ properties: ['accountId', 'orderId'] }, { properties: ['orderId'] }],
});
export class ReturnLine extends ReturnLineSchema.class {}
ReturnLineSchema.setClass(ReturnLine);
