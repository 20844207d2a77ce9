import { defineEntity, p } from '@mikro-orm/core';

/** The last day of a cart that its owner was reminded of. A table of its own: edits of carts know nothing of it. */
export const CartReminderSchema = defineEntity({
  name: 'CartReminder',
  tableName: 'cart_reminder',
  properties: {
    cartId: p.string().primary(),
    accountId: p.string(),
    endsAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'cartId'] }],
});
export class CartReminder extends CartReminderSchema.class {}
CartReminderSchema.setClass(CartReminder);
