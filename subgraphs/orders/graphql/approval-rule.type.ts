import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { RULE_MATCHES, type RuleConditions, type RuleMatch } from '../domain/approval-rule.ts';
import type { ApprovalRule, ApprovalSubstitute } from '../entities/approval-rule.ts';
import type { WantedRule } from '../use-cases/save-approval-rule.ts';
import type { WantedSubstitute } from '../use-cases/set-substitute.ts';
import { ApprovalTierInput } from './approval.inputs.ts';

const RuleMatchEnum = Object.fromEntries(RULE_MATCHES.map((match) => [match, match])) as { [M in RuleMatch]: M };
registerEnumType(RuleMatchEnum, { name: 'ApprovalRuleMatch', description: 'How the conditions of a rule go together.', valuesConfig: { ALL: { description: 'All that are given must hold.' }, ANY: { description: 'One of them is enough.' } } });

@ObjectType('ApprovalRuleConditions', { simpleResolvers: true, description: 'What an order is looked at for; what is null does not count.' })
@InputType('ApprovalRuleConditionsInput', { description: 'What an order is looked at for; what is left out does not count.' })
export class RuleConditionsType implements RuleConditions {
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Of the amounts; an order in another currency counts as above them.' })
  currency?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The total, with taxes and shipping, is at least so much.' })
  totalFrom?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The shipping costs at least so much.' })
  shippingFrom?: string | null;
  @Field(() => Int, { nullable: true, description: 'At least so many different products are ordered.' })
  productsFrom?: number | null;
  @Field(() => [String], { nullable: true, description: 'One of these products is ordered.' })
  skus?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'A product of one of these categories is ordered, or of one below them; codes.' })
  categories?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'It is charged to one of these cost centres.' })
  costCentreIds?: string[] | null;
}

@ObjectType('ApprovalRule', { simpleResolvers: true, description: 'When an account wants a yes before an order, and of whom.' })
export class ApprovalRuleType implements Pick<ApprovalRule, 'id' | 'name' | 'active' | 'match' | 'conditions'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => Boolean, { description: 'Whether it counts.' })
  active: boolean;
  @Field(() => RuleMatchEnum, { description: 'How its conditions go together.' })
  match: RuleMatch;
  @Field(() => RuleConditionsType, { description: 'What an order is looked at for.' })
  conditions: RuleConditions;
}

@InputType('ApprovalRuleInput', { description: 'An approval rule to make, or with its id to change. Without conditions it wants a yes for every order.' })
export class ApprovalRuleInput implements WantedRule {
  @Field(() => ID, { nullable: true, description: 'The rule to change; a new one when left out.' })
  id?: string | null;
  @Field(() => ID, { nullable: true, description: "The account; administrators of the seller must name it, others' own when left out." })
  accountId?: string | null;
  @Field(() => String, { description: 'The name, at most 200 characters.' })
  name: string;
  @Field(() => Boolean, { defaultValue: true, description: 'Whether it counts.' })
  active: boolean;
  @Field(() => [ID], { defaultValue: [], description: 'Whose orders; of everybody in the account when empty.' })
  requesterIds: string[];
  @Field(() => RuleMatchEnum, { defaultValue: 'ALL', description: 'How the conditions go together.' })
  match: RuleMatch;
  @Field(() => RuleConditionsType, { description: 'What an order is looked at for.' })
  conditions: RuleConditionsType;
  @Field(() => [ApprovalTierInput], { description: 'Who is asked, one tier after the other.' })
  tiers: ApprovalTierInput[];
}

@ObjectType('ApprovalSubstitute', { simpleResolvers: true, description: 'Somebody who answers for another while that one is away.' })
export class ApprovalSubstituteType implements Pick<ApprovalSubstitute, 'id' | 'startsAt' | 'endsAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => DateTimeScalar, { description: 'From when.' })
  startsAt: Date;
  @Field(() => DateTimeScalar, { description: 'Until when.' })
  endsAt: Date;
}

@InputType('ApprovalSubstituteInput', { description: 'Who answers for whom, and how long.' })
export class ApprovalSubstituteInput implements WantedSubstitute {
  @Field(() => ID, { nullable: true, description: 'Who is away; the viewer when left out. For others MANAGE_ACCOUNT is needed.' })
  userId?: string | null;
  @Field(() => ID, { description: 'Who answers, another buyer of the account.' })
  substituteId: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'From when; at once when left out.' })
  startsAt?: Date | null;
  @Field(() => DateTimeScalar, { description: 'Until when.' })
  endsAt: Date;
}
