import { defineEntity, p } from '@mikro-orm/core';
import type { OptionChoice } from '#kernel/option-choice.ts';

/** One product in one list. */
export const ShoppingListLineSchema = defineEntity({
  name: 'ShoppingListLine',
  tableName: 'shopping_list_line',
  properties: {
    id: p.string().primary(),
    listId: p.string(),
    accountId: p.string(),
    position: p.integer(),
    sku: p.string(),
    quantityMicro: p.bigint('bigint'),
    uom: p.string(),
    /** What was chosen of a configured model. */
    configuration: p.json<OptionChoice[]>().nullable(),
  },
  indexes: [{ properties: ['listId', 'position', 'accountId'] }],
});
export class ShoppingListLine extends ShoppingListLineSchema.class {}
ShoppingListLineSchema.setClass(ShoppingListLine);
