import { defineEntity, p } from '@mikro-orm/core';
import type { CustomerUsage } from '../domain/advanced-search.ts';

/** Whom an order, or a line of it, names besides who bought: to find orders by them. [ORD-22..24] */
export const NamedCustomerSchema = defineEntity({
  name: 'NamedCustomer',
  tableName: 'named_customer',
  properties: {
    orderId: p.string().primary(),
    usage: p.string().$type<CustomerUsage>().primary(),
    customerId: p.string().primary(),
    accountId: p.string(),
    name: p.string(),
    /** What the buying organisation calls it by. */
    number: p.string().nullable(),
  },
  indexes: [{ properties: ['customerId', 'usage', 'orderId'] }, { properties: ['accountId', 'usage', 'name'] }],
});
export class NamedCustomer extends NamedCustomerSchema.class {}
NamedCustomerSchema.setClass(NamedCustomer);
