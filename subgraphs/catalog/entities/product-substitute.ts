import { defineEntity, p } from '@mikro-orm/core';

/** What can be had instead of a product, best first. It goes one way: the other has to be said too. */
export const ProductSubstituteSchema = defineEntity({
  name: 'ProductSubstitute',
  tableName: 'product_substitute',
  properties: {
    sku: p.string().primary(),
    substituteSku: p.string().primary(),
    position: p.integer(),
  },
});
export class ProductSubstitute extends ProductSubstituteSchema.class {}
ProductSubstituteSchema.setClass(ProductSubstitute);
