import { defineEntity, p } from '@mikro-orm/core';
import type { Tier } from '../domain/approval-flow.ts';
import { BUDGET_POLICIES, type BudgetPolicy } from '../domain/budget.ts';
import { SPENDING_PERIODS, type SpendingPeriod } from '../domain/spending-period.ts';

/** What an account charges orders to. */
export const CostCentreSchema = defineEntity({
  name: 'CostCentre',
  tableName: 'cost_centre',
  properties: { id: p.string().primary(), accountId: p.string(), code: p.string(), name: p.string(), active: p.boolean(), updatedAt: p.datetime() },
  uniques: [{ properties: ['accountId', 'code'] }],
});
export class CostCentre extends CostCentreSchema.class {}
CostCentreSchema.setClass(CostCentre);

/** Who may charge to it; everybody while it names nobody. */
export const CostCentreMemberSchema = defineEntity({
  name: 'CostCentreMember',
  tableName: 'cost_centre_member',
  properties: { costCentreId: p.string().primary(), userId: p.string().primary(), accountId: p.string(), preferred: p.boolean() },
  indexes: [{ properties: ['accountId', 'costCentreId', 'userId'] }],
});
export class CostCentreMember extends CostCentreMemberSchema.class {}
CostCentreMemberSchema.setClass(CostCentreMember);

/** How much may be charged to a cost centre in a period, and what happens beyond it. */
export const BudgetSchema = defineEntity({
  name: 'Budget',
  tableName: 'budget',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    costCentreId: p.string(),
    name: p.string(),
    currency: p.string(),
    amountMinor: p.bigint('bigint'),
    period: p.string().$type<SpendingPeriod>(),
    policy: p.string().$type<BudgetPolicy>(),
    tiers: p.json<readonly Tier[]>().nullable(),
    active: p.boolean(),
    updatedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'costCentreId', 'id'] }],
  checks: [
    { name: 'budget_period', expression: `period in ('${SPENDING_PERIODS.join("', '")}')` },
    { name: 'budget_policy', expression: `policy in ('${BUDGET_POLICIES.join("', '")}')` },
  ],
});
export class Budget extends BudgetSchema.class {}
BudgetSchema.setClass(Budget);

/** What was charged to a budget in a period: one row, so that two orders at once are counted one after the other. */
export const BudgetPeriodSchema = defineEntity({
  name: 'BudgetPeriod',
  tableName: 'budget_period',
  properties: { budgetId: p.string().primary(), startsAt: p.datetime().primary(), accountId: p.string(), usedMinor: p.bigint('bigint') },
  indexes: [{ properties: ['accountId', 'budgetId'] }],
});
export class BudgetPeriod extends BudgetPeriodSchema.class {}
BudgetPeriodSchema.setClass(BudgetPeriod);

/** What an order charged to a budget, until it was given back. */
export const BudgetChargeSchema = defineEntity({
  name: 'BudgetCharge',
  tableName: 'budget_charge',
  properties: {
    orderId: p.string().primary(),
    budgetId: p.string().primary(),
    accountId: p.string(),
    startsAt: p.datetime(),
    amountMinor: p.bigint('bigint'),
    /** By how much the budget was overdrawn with it. */
    overMinor: p.bigint('bigint'),
    givenBackAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['accountId', 'budgetId', 'startsAt'] }],
});
export class BudgetCharge extends BudgetChargeSchema.class {}
BudgetChargeSchema.setClass(BudgetCharge);
