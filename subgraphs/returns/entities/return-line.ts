import { defineEntity, p } from '@mikro-orm/core';
import type { ReturnAddress } from '../domain/return-address.ts';
import type { ReturnedComponent } from '../domain/returned-components.ts';

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
    orderNumber: p.string(),
    sku: p.string(),
    quantityMicro: p.bigint('bigint'),
    uom: p.string(),
    reason: p.string(),
    /** The line type of its transaction type. [RET-32] */
    lineType: p.string(),
    /** What comes back within it, and never alone. [RET-22] */
    components: p.json<readonly ReturnedComponent[]>(),
    /** Where the order line went and was billed. [RET-28] */
    shipTo: p.json<ReturnAddress>().nullable(),
    billTo: p.json<ReturnAddress>().nullable(),
    /** What is shown to those who may not see what was paid. */
    listUnitMicro: p.bigint('bigint').nullable(),
    /** Its share of what was paid, as allocated when it was ordered: of that, the discount it went without and the taxes in it. */
    refundMinor: p.bigint('bigint'),
    discountMinor: p.bigint('bigint'),
    taxMinor: p.bigint('bigint'),
    /** What its return costs. [RET-31] */
    feeMinor: p.bigint('bigint'),
    /** The part of it that credits were lowered by so far. */
    feeTakenMinor: p.bigint('bigint'),
    serialNumbers: p.json<readonly string[]>(),
  },
  uniques: [{ properties: ['returnId', 'orderLineId'] }],
  indexes: [{ properties: ['accountId', 'orderId'] }, { properties: ['orderId'] }],
});
export class ReturnLine extends ReturnLineSchema.class {}
ReturnLineSchema.setClass(ReturnLine);
