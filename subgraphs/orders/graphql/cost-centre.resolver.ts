import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import type { OrdersContext } from '../context.ts';
import type { Budget, CostCentre, CostCentreMember } from '../entities/cost-centre.ts';
import { readBudgetUse } from '../use-cases/read-budget-use.ts';
import { listCostCentres } from '../use-cases/list-spending.ts';
import { saveBudget } from '../use-cases/save-budget.ts';
import { saveCostCentre } from '../use-cases/save-cost-centre.ts';
import { BudgetInput, BudgetType, CostCentreInput, CostCentreType } from './cost-centre.type.ts';
import { ForeignUser } from './foreign-types.ts';
import { ACCOUNT } from './spending.type.ts';

@Resolver(() => CostCentreType)
export class CostCentreResolver {
  @Query(() => [CostCentreType], { description: 'The cost centres of an account: with MANAGE_ACCOUNT and for the seller all, for others those they may charge to.' })
  costCentres(@Arg('accountId', () => ID, ACCOUNT) accountId: string | null, @Ctx() context: OrdersContext): Promise<CostCentre[]> {
    return listCostCentres(context, accountId);
  }

  @Mutation(() => CostCentreType, { description: 'Makes or changes a cost centre. MANAGE_ACCOUNT or an administrator of the seller. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  saveCostCentre(@Arg('costCentre', () => CostCentreInput, { description: 'The cost centre.' }) costCentre: CostCentreInput, @Ctx() context: OrdersContext): Promise<CostCentre> {
    return saveCostCentre(context, costCentre);
  }

  @Mutation(() => BudgetType, { description: 'Makes or changes a budget of a cost centre. Rights and errors as of saveCostCentre.' })
  saveBudget(@Arg('budget', () => BudgetInput, { description: 'The budget.' }) budget: BudgetInput, @Ctx() context: OrdersContext): Promise<Budget> {
    return saveBudget(context, budget);
  }

  @FieldResolver(() => [ForeignUser], { description: 'Who may charge to it; everybody of the account when empty.' })
  async members(@Root() { id }: CostCentre, @Ctx() { loaders }: OrdersContext): Promise<ForeignUser[]> {
    return (await loaders.membersOfCostCentre.load(id)).map(({ userId }: CostCentreMember) => ({ id: userId }));
  }

  @FieldResolver(() => [BudgetType], { description: 'Its budgets.' })
  budgets(@Root() { id }: CostCentre, @Ctx() { loaders }: OrdersContext): Promise<Budget[]> {
    return loaders.budgetsOfCostCentre.load(id);
  }
}

@Resolver(() => BudgetType)
export class BudgetResolver {
  @FieldResolver(() => MoneyType, { description: 'How much in a period.' })
  amount(@Root() { amountMinor, currency }: Budget): Money {
    return moneyOf(amountMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What has been charged to it in the present period.' })
  async used(@Root() budget: Budget, @Ctx() context: OrdersContext): Promise<Money> {
    return moneyOf(await readBudgetUse(context, budget), budget.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What is left of it in the present period; below zero when it is overdrawn.' })
  async remaining(@Root() budget: Budget, @Ctx() context: OrdersContext): Promise<Money> {
    return moneyOf(budget.amountMinor - (await readBudgetUse(context, budget)), budget.currency);
  }
}
