import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { CurrencyCodeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import type { Money } from '#kernel/money.ts';
import { BUDGET_POLICIES, type BudgetPolicy } from '../domain/budget.ts';
import type { SpendingPeriod } from '../domain/spending-period.ts';
import type { Budget, CostCentre } from '../entities/cost-centre.ts';
import type { WantedBudget } from '../use-cases/save-budget.ts';
import type { WantedCostCentre } from '../use-cases/save-cost-centre.ts';
import { ApprovalTierInput } from './approval.inputs.ts';
import { SpendingPeriodEnum } from './spending.type.ts';

const BudgetPolicyEnum = Object.fromEntries(BUDGET_POLICIES.map((policy) => [policy, policy])) as { [P in BudgetPolicy]: P };
registerEnumType(BudgetPolicyEnum, {
  name: 'BudgetPolicy',
  description: 'What happens when an order would overdraw a budget.',
  valuesConfig: { BLOCK: { description: 'It is refused, BUDGET_EXCEEDED.' }, REQUIRE_APPROVAL: { description: 'It waits for a yes.' }, WARN: { description: 'It is placed, and says so.' } },
});

@ObjectType('CostCentre', { simpleResolvers: true, description: 'What an account charges orders to. An account that has some charges every order to one.' })
export class CostCentreType implements Pick<CostCentre, 'id' | 'code' | 'name' | 'active'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The code it is found again by.' })
  code: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => Boolean, { description: 'Whether orders may be charged to it.' })
  active: boolean;
}

@ObjectType('Budget', { simpleResolvers: true, description: 'How much may be charged to a cost centre in a period, and what happens beyond it. Orders count with taxes and shipping, when they are placed; canceled ones are given back.' })
export class BudgetType implements Pick<Budget, 'id' | 'name' | 'period' | 'policy' | 'active'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => SpendingPeriodEnum, { description: 'Over how long it is counted.' })
  period: SpendingPeriod;
  @Field(() => BudgetPolicyEnum, { description: 'What happens beyond it.' })
  policy: BudgetPolicy;
  @Field(() => Boolean, { description: 'Whether it counts.' })
  active: boolean;
}

@ObjectType('BudgetNotice', { simpleResolvers: true, description: 'That an order overdrew a budget.' })
export class BudgetNoticeType {
  @Field(() => String, { description: 'The name of the budget.' })
  budget: string;
  @Field(() => MoneyType, { description: 'By how much it was overdrawn with this order.' })
  over: Money;
}

@InputType('CostCentreMemberInput', { description: 'Who may charge to a cost centre.' })
export class CostCentreMemberInput {
  @Field(() => ID, { description: 'The person.' })
  userId: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether their orders are charged to it when they name none.' })
  preferred: boolean;
}

@InputType('CostCentreInput', { description: 'A cost centre to make, or to change if the account has one with this code.' })
export class CostCentreInput implements WantedCostCentre {
  @Field(() => ID, { nullable: true, description: "The account; administrators of the seller must name it, others' own when left out." })
  accountId?: string | null;
  @Field(() => String, { description: 'The code, at most 100 characters.' })
  code: string;
  @Field(() => String, { description: 'The name, at most 100 characters.' })
  name: string;
  @Field(() => Boolean, { defaultValue: true, description: 'Whether orders may be charged to it.' })
  active: boolean;
  @Field(() => [CostCentreMemberInput], { defaultValue: [], description: 'Who may charge to it; everybody of the account when empty.' })
  members: CostCentreMemberInput[];
}

@InputType('BudgetInput', { description: 'A budget to make, or with its id to change.' })
export class BudgetInput implements WantedBudget {
  @Field(() => ID, { nullable: true, description: 'The budget to change; a new one when left out.' })
  id?: string | null;
  @Field(() => ID, { nullable: true, description: "The account; administrators of the seller must name it, others' own when left out." })
  accountId?: string | null;
  @Field(() => ID, { description: 'The cost centre.' })
  costCentreId: string;
  @Field(() => String, { description: 'The name, at most 100 characters.' })
  name: string;
  @Field(() => CurrencyCodeScalar, { description: 'The currency, ISO 4217; stays.' })
  currency: string;
  @Field(() => DecimalScalar, { description: 'How much in a period.' })
  amount: string;
  @Field(() => SpendingPeriodEnum, { description: 'The period; stays.' })
  period: SpendingPeriod;
  @Field(() => BudgetPolicyEnum, { description: 'What happens beyond it.' })
  policy: BudgetPolicy;
  @Field(() => [ApprovalTierInput], { nullable: true, description: 'Who is asked, with REQUIRE_APPROVAL; whoever has APPROVE_ORDER when left out.' })
  tiers?: ApprovalTierInput[] | null;
  @Field(() => Boolean, { defaultValue: true, description: 'Whether it counts.' })
  active: boolean;
}
