import { defineEntity, p } from '@mikro-orm/core';
import { ACCOUNT_STATUSES, type AccountStatus } from '../domain/account-lifecycle.ts';

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
    /** IANA; by whose clocks the days of the account end. Null means the deployment's. */
    timeZone: p.string().nullable(),
    status: p.string().$type<AccountStatus>(),
    version: p.integer(),
    /** Who buys under it; null for guests, partners and the seller. Several accounts may be of one party, once parties were merged. */
    partyId: p.string().nullable(),
    /** The account it became. */
    mergedIntoId: p.string().nullable(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['externalId'] }],
  indexes: [{ properties: ['status', 'id'] }, { properties: ['partyId', 'createdAt'] }],
  checks: [
    { name: 'account_kind', expression: `kind in ('${ACCOUNT_KINDS.join("', '")}')` },
    { name: 'account_status', expression: `status in ('${ACCOUNT_STATUSES.join("', '")}')` },
  ],
});
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);
