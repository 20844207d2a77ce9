import { defineEntity, p } from '@mikro-orm/core';
import { PRIMARY_USAGES, type PrimaryUsage } from '../domain/primary-usage.ts';

/** The address that is offered first, of a contact, a customer or the account itself. [CHK-10] */
export const PrimaryAddressSchema = defineEntity({
  name: 'PrimaryAddress',
  tableName: 'primary_address',
  properties: {
    accountId: p.string().primary(),
    /** The id of the contact, the customer or the account. */
    holderId: p.string().primary(),
    usage: p.string().$type<PrimaryUsage>().primary(),
    addressId: p.string(),
  },
  checks: [{ name: 'primary_address_usage', expression: `usage in ('${PRIMARY_USAGES.join("', '")}')` }],
});
export class PrimaryAddress extends PrimaryAddressSchema.class {}
PrimaryAddressSchema.setClass(PrimaryAddress);
