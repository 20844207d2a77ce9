import { defineEntity, p } from '@mikro-orm/core';

/** An entry of an account's address book. Deleted ones are kept: carts and quotes that have them go on with them. [CHK-17, SHARE-32] */
export const AddressSchema = defineEntity({
  name: 'Address',
  tableName: 'address',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    /** The customer of the account that it is of; null: the account itself. */
    customerId: p.string().nullable(),
    /** Whose alone it is: a contact, or somebody of the account; null: of all of them. */
    contactId: p.string().nullable(),
    recipient: p.string(),
    line1: p.string(),
    line2: p.string().nullable(),
    postalCode: p.string(),
    city: p.string(),
    /** ISO 3166-1 alpha-2. */
    country: p.string(),
    deletedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['accountId', 'customerId', 'id'] }, { properties: ['accountId', 'id'] }],
});
export class Address extends AddressSchema.class {}
AddressSchema.setClass(Address);
