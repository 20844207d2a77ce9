import { defineEntity, p } from '@mikro-orm/core';

/** Which cart a user's next "add" goes to: at most one, the same on every device. */
export const ActiveCartSchema = defineEntity({
  name: 'ActiveCart',
  tableName: 'active_cart',
  properties: { accountId: p.string().primary(), userId: p.string().primary(), cartId: p.string() },
  indexes: [{ properties: ['cartId'] }],
});
export class ActiveCart extends ActiveCartSchema.class {}
ActiveCartSchema.setClass(ActiveCart);
