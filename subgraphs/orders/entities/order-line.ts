import { defineEntity, p } from '@mikro-orm/core';
import type { ConfirmedTax, PriceStep } from '../domain/confirmation.ts';

/** One product of an order, at the price that was confirmed. */
export const OrderLineSchema = defineEntity({
  name: 'OrderLine',
  tableName: 'order_line',
  properties: {
    id: p.string().primary(),
    orderId: p.string(),
    accountId: p.string(),
    position: p.integer(),
    sku: p.string(),
    description: p.string(),
    quantityMicro: p.bigint('bigint'),
    uom: p.string(),
    unitMicro: p.bigint('bigint'),
    totalMinor: p.bigint('bigint'),
    /** Its share of what promotions took off the whole order. */
    discountMinor: p.bigint('bigint'),
    taxes: p.json<readonly ConfirmedTax[]>(),
    /** What a return of all of it brings back. */
    paidMinor: p.bigint('bigint'),
    explanation: p.json<readonly PriceStep[]>(),
    returnable: p.boolean(),
    shippedMicro: p.bigint('bigint'),
    returnedMicro: p.bigint('bigint'),
    refundedMinor: p.bigint('bigint'),
  },
  indexes: [{ properties: ['orderId', 'position'] }, { properties: ['accountId', 'id'] }],
  checks: [
    { name: 'order_line_returned', expression: 'returned_micro >= 0 and returned_micro <= quantity_micro' }, // [I12]
    { name: 'order_line_refunded', expression: 'refunded_minor >= 0 and refunded_minor <= paid_minor' },
  ],
});
export class OrderLine extends OrderLineSchema.class {}
OrderLineSchema.setClass(OrderLine);
