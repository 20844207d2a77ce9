import { defineEntity, p } from '@mikro-orm/core';

/** A person to deliver to, to bill or to ask, who cannot sign in. The people of an account who can are its contacts too, by their own ids. */
export const ContactSchema = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    /** The customer of the account whom they work for; null: the account itself. */
    customerId: p.string().nullable(),
    name: p.string(),
    email: p.string().nullable(),
    phone: p.string().nullable(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'customerId', 'name', 'id'] }],
});
export class Contact extends ContactSchema.class {}
ContactSchema.setClass(Contact);
