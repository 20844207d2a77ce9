import { defineEntity, p } from '@mikro-orm/core';

/** Goods of a return arrived: what was in it is in its pieces. */
export const ReturnReceiptSchema = defineEntity({
  name: 'ReturnReceipt',
  tableName: 'return_receipt',
  properties: {
    id: p.string().primary(),
    returnId: p.string(),
    accountId: p.string(),
    number: p.string(),
    /** What the parcel said, such as its tracking number. */
    reference: p.string().nullable(),
    receivedById: p.string(),
    receivedAt: p.datetime(),
  },
  uniques: [{ properties: ['number'] }],
  indexes: [{ properties: ['returnId', 'id'] }, { properties: ['accountId', 'id'] }],
});
export class ReturnReceipt extends ReturnReceiptSchema.class {}
ReturnReceiptSchema.setClass(ReturnReceipt);
