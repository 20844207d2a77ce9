import { defineEntity, p } from '@mikro-orm/core';

/** Something that is sold. The SKU is case-sensitive: 85123A and 85123a are two products. */
export const ProductSchema = defineEntity({
  name: 'Product',
  tableName: 'product',
  properties: {
    sku: p.string().primary(),
    name: p.string(),
    description: p.string().nullable(),
    /** UN/ECE Recommendation 20 code; stock is counted in it. */
    primaryUom: p.string(),
    /** Every unit it is sold in, the primary one first. */
    uoms: p.json<string[]>(),
    indivisible: p.boolean(),
    returnable: p.boolean(),
    serialControlled: p.boolean(),
    /** Millionths of a kilogram a primary unit weighs; null when nobody weighed it. */
    weightMicro: p.bigint('bigint').nullable(),
    /** SKU and name in lower case: a search that folds case alike on every database. */
    searchText: p.string(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});
export class Product extends ProductSchema.class {}
ProductSchema.setClass(Product);
