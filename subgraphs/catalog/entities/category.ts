import { defineEntity, p } from '@mikro-orm/core';

/** A shelf of the shop; shelves stand in shelves. */
export const CategorySchema = defineEntity({
  name: 'Category',
  tableName: 'category',
  properties: {
    code: p.string().primary(),
    name: p.string(),
    parent: p.string().nullable(),
    /** The codes from the root down, such as "/house/kitchen/". */
    path: p.string(),
  },
  uniques: [{ properties: ['path'] }],
});
export class Category extends CategorySchema.class {}
CategorySchema.setClass(Category);
