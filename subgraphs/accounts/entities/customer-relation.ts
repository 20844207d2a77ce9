import { defineEntity, p } from '@mikro-orm/core';

/** That an organisation knows a customer. Contacts and addresses belong to the relation: another organisation sees its own only. [CHK-28] */
export const CustomerRelationSchema = defineEntity({
  name: 'CustomerRelation',
  tableName: 'customer_relation',
  properties: {
    accountId: p.string().primary(),
    customerId: p.string().primary(),
    /** What the organisation calls it by in its own books. */
    number: p.string().nullable(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['customerId', 'accountId'] }],
});
export class CustomerRelation extends CustomerRelationSchema.class {}
CustomerRelationSchema.setClass(CustomerRelation);
