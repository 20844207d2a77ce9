import { defineEntity, p } from '@mikro-orm/core';

/** Prices in one currency under one code; its version counts the changes to any price in it. */
export const PriceListSchema = defineEntity({
  name: 'PriceList',
  tableName: 'price_list',
  properties: {
    code: p.string().primary(),
    name: p.string(),
    currency: p.string(),
    version: p.integer(),
  },
});
export class PriceList extends PriceListSchema.class {}
PriceListSchema.setClass(PriceList);
