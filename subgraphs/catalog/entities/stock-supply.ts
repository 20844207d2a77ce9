import { defineEntity, p } from '@mikro-orm/core';

/** Goods that are on their way to the warehouse, in the primary unit. */
export const StockSupplySchema = defineEntity({
  name: 'StockSupply',
  tableName: 'stock_supply',
  properties: {
    externalId: p.string().primary(),
    sku: p.string(),
    expectedOn: p.datetime(),
    quantityMicro: p.bigint('bigint'),
  },
  indexes: [{ properties: ['sku', 'expectedOn'] }],
  checks: [{ name: 'stock_supply_positive', expression: 'quantity_micro > 0' }],
});
export class StockSupply extends StockSupplySchema.class {}
StockSupplySchema.setClass(StockSupply);
