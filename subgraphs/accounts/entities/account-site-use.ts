import { defineEntity, p } from '@mikro-orm/core';
import { PRIMARY_USAGES, type PrimaryUsage } from '../domain/primary-usage.ts';

/** That an address was ordered to, or billed: how the seller's books know the place. Made by the first order, and kept. [CHK-31] */
export const AccountSiteUseSchema = defineEntity({
  name: 'AccountSiteUse',
  tableName: 'account_site_use',
  properties: {
    accountId: p.string().primary(),
    addressId: p.string().primary(),
    usage: p.string().$type<PrimaryUsage>().primary(),
    number: p.integer(),
    location: p.string(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['addressId', 'accountId'] }],
  uniques: [{ properties: ['accountId', 'number'] }],
  checks: [{ name: 'account_site_use_usage', expression: `usage in ('${PRIMARY_USAGES.join("', '")}')` }],
});
export class AccountSiteUse extends AccountSiteUseSchema.class {}
AccountSiteUseSchema.setClass(AccountSiteUse);
