import { defineEntity, p } from '@mikro-orm/core';

/** An entry of an account's address book. */
export const AddressSchema = defineEntity({
  name: 'Address',
  tableName: 'address',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    recipient: p.string(),
    line1: p.string(),
    line2: p.string().nullable(),
    postalCode: p.string(),
    city: p.string(),
    /** ISO 3166-1 alpha-2. */
    country: p.string(),
  },
  indexes: [{ properties: ['accountId', 'id'] }],
});
export class Address extends AddressSchema.class {}
AddressSchema.setClass(Address);
