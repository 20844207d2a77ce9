import { defineEntity, p } from '@mikro-orm/core';

/** That a product stands on a shelf. */
export const ProductCategorySchema = defineEntity({
  name: 'ProductCategory',
  tableName: 'product_category',
  properties: {
    sku: p.string().primary(),
    category: p.string().primary(),
  },
  indexes: [{ properties: ['category', 'sku'] }],
});
export class ProductCategory extends ProductCategorySchema.class {}
ProductCategorySchema.setClass(ProductCategory);
