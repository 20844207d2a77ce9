import { defineEntity, p } from '@mikro-orm/core';

export const ACCOUNT_KINDS = ['ORGANISATION', 'INDIVIDUAL', 'GUEST', 'SELLER', 'PARTNER'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** A buyer organisation, a private person, a guest or the seller: the isolation boundary of all data. */
export const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.string().primary(),
    kind: p.string().$type<AccountKind>(),
    name: p.string(),
    /** The account's number in the system it was imported from. */
    externalId: p.string().nullable(),
    country: p.string().nullable(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['externalId'] }],
  checks: [{ name: 'account_kind', expression: `kind in ('${ACCOUNT_KINDS.join("', '")}')` }],
});
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);
