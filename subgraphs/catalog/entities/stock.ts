import { defineEntity, p } from '@mikro-orm/core';

/** What lies in the warehouse, in the product's primary unit. A product without a row is not tracked and always available. */
export const StockSchema = defineEntity({
  name: 'Stock',
  tableName: 'stock',
  properties: {
    sku: p.string().primary(),
    onHandMicro: p.bigint('bigint'),
    /** The part of it that checkouts hold. */
    reservedMicro: p.bigint('bigint'),
    /** Counts what is announced: counts by people, and orders beyond the stock. Reservations do not move it. */
    version: p.integer(),
  },
  checks: [{ name: 'stock_never_oversold', expression: 'on_hand_micro >= reserved_micro and reserved_micro >= 0' }],
});
export class Stock extends StockSchema.class {}
StockSchema.setClass(Stock);
