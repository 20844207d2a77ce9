import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import type { OrdersContext } from '../context.ts';
import { ANY_APPROVER } from '../domain/approval-flow.ts';
import { EVERYBODY } from '../domain/spending-limit.ts';
import type { SpendingLimit } from '../entities/spending-limit.ts';
import { listSpendingLimits } from '../use-cases/list-spending.ts';
import { removeSpendingLimit, setSpendingLimit } from '../use-cases/set-spending-limit.ts';
import { ApprovalTierType } from './approval.type.ts';
import { ForeignUser } from './foreign-types.ts';
import { shownTiers } from './shown-tiers.ts';
import { ACCOUNT, SpendingLimitInput, SpendingLimitType } from './spending.type.ts';

@Resolver(() => SpendingLimitType)
export class SpendingResolver {
  @Query(() => [SpendingLimitType], { description: "The spending limits of an account: with MANAGE_ACCOUNT and for the seller all, for others their own and everybody's." })
  spendingLimits(@Arg('accountId', () => ID, ACCOUNT) accountId: string | null, @Ctx() context: OrdersContext): Promise<SpendingLimit[]> {
    return listSpendingLimits(context, accountId);
  }

  @Mutation(() => SpendingLimitType, { description: 'Sets a spending limit. MANAGE_ACCOUNT or an administrator of the seller. Nobody widens what they may spend themselves. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  setSpendingLimit(@Arg('limit', () => SpendingLimitInput, { description: 'The limit.' }) limit: SpendingLimitInput, @Ctx() context: OrdersContext): Promise<SpendingLimit> {
    return setSpendingLimit(context, limit);
  }

  @Mutation(() => ID, { description: 'Takes a spending limit away; gone already, nothing happens. Rights and errors as of setSpendingLimit.' })
  removeSpendingLimit(
    @Arg('limitId', () => ID, { description: "The limit's id." }) limitId: string,
    @Arg('accountId', () => ID, ACCOUNT) accountId: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<string> {
    return removeSpendingLimit(context, limitId, accountId);
  }

  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Whose it is; null for everybody without one of their own.' })
  user(@Root() { holderId }: SpendingLimit): ForeignUser | null {
    return holderId === EVERYBODY ? null : { id: holderId };
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The most an order may come to.' })
  perOrder(@Root() { perOrderMinor, currency }: SpendingLimit): Money | null {
    return perOrderMinor == null ? null : moneyOf(perOrderMinor, currency);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The most all orders of a person in a period may come to.' })
  perPeriod(@Root() { perPeriodMinor, currency }: SpendingLimit): Money | null {
    return perPeriodMinor == null ? null : moneyOf(perPeriodMinor, currency);
  }

  @FieldResolver(() => [ApprovalTierType], { description: 'Who is asked beyond it.' })
  tiers(@Root() { tiers }: SpendingLimit): ApprovalTierType[] {
    return shownTiers(tiers ?? ANY_APPROVER);
  }
}
