import { defineEntity, p } from '@mikro-orm/core';

/** What somebody keeps for later, under a name. It has no prices and is never ordered; carts are filled from it. */
export const ShoppingListSchema = defineEntity({
  name: 'ShoppingList',
  tableName: 'shopping_list',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    ownerId: p.string(),
    name: p.string(),
    /** The name as it is compared: one owner has no two lists that differ in capitals only. */
    nameKey: p.string(),
    description: p.string().nullable(),
    version: p.integer(),
    updatedById: p.string(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [{ properties: ['accountId', 'ownerId', 'nameKey'] }],
  indexes: [{ properties: ['accountId', 'ownerId', 'id'] }],
});
export class ShoppingList extends ShoppingListSchema.class {}
ShoppingListSchema.setClass(ShoppingList);
