import { defineEntity, p } from '@mikro-orm/core';

/** What a customer calls a product. One number may stand for several; the highest rank wins. */
export const CustomerPartNumberSchema = defineEntity({
  name: 'CustomerPartNumber',
  tableName: 'customer_part_number',
  properties: {
    accountId: p.string().primary(),
    partNumber: p.string().primary(),
    sku: p.string().primary(),
    rank: p.integer(),
    /** In lower case, for searching. */
    searchText: p.string(),
  },
});
export class CustomerPartNumber extends CustomerPartNumberSchema.class {}
CustomerPartNumberSchema.setClass(CustomerPartNumber);
