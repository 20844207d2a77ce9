import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import type { ApprovalRule, ApprovalSubstitute } from '../entities/approval-rule.ts';
import { listApprovalRules } from '../use-cases/list-spending.ts';
import { saveApprovalRule } from '../use-cases/save-approval-rule.ts';
import { listSubstitutes, removeSubstitute, setSubstitute } from '../use-cases/set-substitute.ts';
import { ApprovalRuleInput, ApprovalRuleType, ApprovalSubstituteInput, ApprovalSubstituteType } from './approval-rule.type.ts';
import { ApprovalTierType } from './approval.type.ts';
import { ForeignUser } from './foreign-types.ts';
import { shownTiers } from './shown-tiers.ts';
import { ACCOUNT } from './spending.type.ts';

@Resolver(() => ApprovalRuleType)
export class ApprovalRuleResolver {
  @Query(() => [ApprovalRuleType], { description: 'The approval rules of an account: with MANAGE_ACCOUNT and for the seller all, for others those that may concern them.' })
  approvalRules(@Arg('accountId', () => ID, ACCOUNT) accountId: string | null, @Ctx() context: OrdersContext): Promise<ApprovalRule[]> {
    return listApprovalRules(context, accountId);
  }

  @Mutation(() => ApprovalRuleType, { description: 'Makes or changes an approval rule; what waits for a yes already goes on as it was asked. MANAGE_ACCOUNT or an administrator of the seller. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  saveApprovalRule(@Arg('rule', () => ApprovalRuleInput, { description: 'The rule.' }) rule: ApprovalRuleInput, @Ctx() context: OrdersContext): Promise<ApprovalRule> {
    return saveApprovalRule(context, rule);
  }

  @FieldResolver(() => [ForeignUser], { description: 'Whose orders; of everybody in the account when empty.' })
  requesters(@Root() { requesterIds }: ApprovalRule): ForeignUser[] {
    return requesterIds.map((id) => ({ id }));
  }

  @FieldResolver(() => [ApprovalTierType], { description: 'Who is asked, one tier after the other.' })
  tiers(@Root() { tiers }: ApprovalRule): ApprovalTierType[] {
    return shownTiers(tiers);
  }
}

@Resolver(() => ApprovalSubstituteType)
export class ApprovalSubstituteResolver {
  @Query(() => [ApprovalSubstituteType], { description: 'Who answers for whom, now or later: with MANAGE_ACCOUNT all of the account, for others what concerns them. Errors: FORBIDDEN for who is no business buyer.' })
  approvalSubstitutes(@Ctx() context: OrdersContext): Promise<ApprovalSubstitute[]> {
    return listSubstitutes(context);
  }

  @Mutation(() => ApprovalSubstituteType, { description: 'Names somebody who answers for the viewer while they are away, or as an administrator for another; nobody names themselves. They never answer for orders of who is away. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  setApprovalSubstitute(@Arg('substitute', () => ApprovalSubstituteInput, { description: 'Who, for whom, how long.' }) substitute: ApprovalSubstituteInput, @Ctx() context: OrdersContext): Promise<ApprovalSubstitute> {
    return setSubstitute(context, substitute);
  }

  @Mutation(() => ID, { description: 'Nobody answers for them any more; gone already, nothing happens. Errors: FORBIDDEN.' })
  removeApprovalSubstitute(@Arg('id', () => ID, { description: 'The id of the substitution.' }) id: string, @Ctx() context: OrdersContext): Promise<string> {
    return removeSubstitute(context, id);
  }

  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Who is away.' })
  user(@Root() { userId }: ApprovalSubstitute): ForeignUser {
    return { id: userId };
  }

  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Who answers.' })
  substitute(@Root() { substituteId }: ApprovalSubstitute): ForeignUser {
    return { id: substituteId };
  }
}
