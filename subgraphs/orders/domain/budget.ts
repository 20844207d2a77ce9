import { refuse } from '#kernel/errors.ts';
import { moneyOf } from '#kernel/money.ts';
import { ANY_APPROVER, type Demand, type Tier } from './approval-flow.ts';
import type { SpendingPeriod } from './spending-period.ts';
import type { Purchase } from './spending-limit.ts';

export const BUDGET_POLICIES = ['BLOCK', 'REQUIRE_APPROVAL', 'WARN'] as const;
export type BudgetPolicy = (typeof BUDGET_POLICIES)[number];

export interface BudgetTerms {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly period: SpendingPeriod;
  readonly policy: BudgetPolicy;
  readonly tiers?: readonly Tier[] | null;
}

/** By how much an order overdraws a budget; zero when it does not. */
export const overdraft = ({ amountMinor }: BudgetTerms, usedMinor: bigint): bigint => (usedMinor > amountMinor ? usedMinor - amountMinor : 0n);

export interface BudgetToJudge extends BudgetTerms {
  /** What was charged to it before in its present period. */
  readonly usedMinor: bigint;
}

/**
 * What the budgets of a cost centre ask for. A blocking one that would be overdrawn refuses the order; where there are budgets,
 * and none in the currency of the order, it cannot be counted and is asked for.
 */
export function demandsOfBudgets(budgets: readonly BudgetToJudge[], { currency, totalMinor }: Purchase): Demand[] {
  const counted = budgets.filter((budget) => budget.currency === currency);
  const [strict] = budgets.filter(({ policy }) => policy !== 'WARN');
  if (counted.length === 0 && strict) return [demandOf(strict, `The cost centre has no budget in ${currency}.`)];
  return counted.flatMap((budget) => {
    const over = overdraft(budget, budget.usedMinor + totalMinor);
    if (over === 0n || budget.policy === 'WARN') return [];
    if (budget.policy === 'BLOCK') throw exceeded(budget, over);
    return [demandOf(budget, `The budget "${budget.name}" would be overdrawn by ${moneyOf(over, currency).amount} ${currency}.`)];
  });
}

export const exceeded = ({ id, name, currency }: BudgetTerms, over: bigint): Error =>
  refuse('BUDGET_EXCEEDED', `The budget "${name}" does not suffice.`, { budgetId: id, over: moneyOf(over, currency) });

const demandOf = ({ id, tiers }: BudgetTerms, reason: string): Demand => ({ kind: 'BUDGET', sourceId: id, reason, tiers: tiers ?? ANY_APPROVER });
