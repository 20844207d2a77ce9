import { defineEntity, p } from '@mikro-orm/core';

/** What belongs together: a cart, its quotes and approvals, the order, its returns, and the orders in their place. */
export const DealSchema = defineEntity({
  name: 'Deal',
  tableName: 'deal',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    /** The position of its last entry; of one that was joined to another, one more. */
    version: p.integer(),
    /** The deal it turned out to be a part of, and after which position of that its own entries follow. */
    joinedIntoId: p.string().nullable(),
    joinedAfter: p.integer().nullable(),
    movedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'id'] }, { properties: ['movedAt'] }],
});
export class Deal extends DealSchema.class {}
DealSchema.setClass(Deal);
