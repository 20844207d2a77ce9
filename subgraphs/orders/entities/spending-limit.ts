import { defineEntity, p } from '@mikro-orm/core';
import type { Tier } from '../domain/approval-flow.ts';
import { SPENDING_PERIODS, type SpendingPeriod } from '../domain/spending-period.ts';

/** What a person, or everybody of an account, may order without asking, in one currency. */
export const SpendingLimitSchema = defineEntity({
  name: 'SpendingLimit',
  tableName: 'spending_limit',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    holderId: p.string(),
    currency: p.string(),
    perOrderMinor: p.bigint('bigint').nullable(),
    period: p.string().$type<SpendingPeriod>().nullable(),
    perPeriodMinor: p.bigint('bigint').nullable(),
    tiers: p.json<readonly Tier[]>().nullable(),
    updatedAt: p.datetime(),
  },
  uniques: [{ properties: ['accountId', 'holderId', 'currency'] }],
  checks: [{ name: 'spending_limit_period', expression: `period is null or period in ('${SPENDING_PERIODS.join("', '")}')` }],
});
export class SpendingLimit extends SpendingLimitSchema.class {}
SpendingLimitSchema.setClass(SpendingLimit);

/** Counts the changes of all that an account says about spending; each is an event. */
export const SpendingPolicySchema = defineEntity({
  name: 'SpendingPolicy',
  tableName: 'spending_policy',
  properties: { accountId: p.string().primary(), version: p.integer() },
});
export class SpendingPolicy extends SpendingPolicySchema.class {}
SpendingPolicySchema.setClass(SpendingPolicy);
