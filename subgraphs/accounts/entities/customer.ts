import { defineEntity, p } from '@mikro-orm/core';

/** A company that others buy for, ship to or have billed. Which organisations know it says `customer_relation`. */
export const CustomerSchema = defineEntity({
  name: 'Customer',
  tableName: 'customer',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    /** The organisation that brought it in. */
    accountId: p.string(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'id'] }],
});
export class Customer extends CustomerSchema.class {}
CustomerSchema.setClass(Customer);
