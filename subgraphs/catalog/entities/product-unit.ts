import { defineEntity, p } from '@mikro-orm/core';

/** What one of a unit holds of the primary unit of a product, as an exact fraction. */
export const ProductUnitSchema = defineEntity({
  name: 'ProductUnit',
  tableName: 'product_unit',
  properties: {
    sku: p.string().primary(),
    uom: p.string().primary(),
    numerator: p.bigint('bigint'),
    denominator: p.bigint('bigint'),
    /** The order in which they were given; the primary unit is 0. */
    position: p.integer(),
  },
  checks: [{ name: 'product_unit_positive', expression: 'numerator > 0 and denominator > 0' }],
});
export class ProductUnit extends ProductUnitSchema.class {}
ProductUnitSchema.setClass(ProductUnit);
