import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { DecimalScalar, MoneyType } from '#kernel/shared-types.ts';
import type { Money } from '#kernel/money.ts';
import { DEMAND_KINDS, type DemandKind } from '../domain/approval-flow.ts';
import { APPROVAL_STATUSES, type ApprovalStatus } from '../domain/approval-lifecycle.ts';
import { VERDICTS, type Approval, type Verdict } from '../entities/approval.ts';
import { ForeignProduct, ForeignUser } from './foreign-types.ts';

export const ApprovalStatusEnum = Object.fromEntries(APPROVAL_STATUSES.map((status) => [status, status])) as { [S in ApprovalStatus]: S };
registerEnumType(ApprovalStatusEnum, {
  name: 'ApprovalStatus',
  description: 'What has become of a request for approval.',
  valuesConfig: {
    PENDING: { description: 'Somebody has yet to answer.' },
    APPROVED: { description: 'Everybody said yes; the order is being placed.' },
    ORDERED: { description: 'The order was placed, as approved.' },
    REJECTED: { description: 'Somebody said no.' },
    WITHDRAWN: { description: 'Who asked no longer wants it.' },
    VOID: { description: 'What was asked about changed, or could not be ordered as approved; trouble says why.' },
    EXPIRED: { description: 'It waited too long.' },
  },
});

const DemandKindEnum = Object.fromEntries(DEMAND_KINDS.map((kind) => [kind, kind])) as { [K in DemandKind]: K };
registerEnumType(DemandKindEnum, {
  name: 'ApprovalDemandKind',
  description: 'What wants a yes.',
  valuesConfig: { LIMIT: { description: 'A spending limit.' }, RULE: { description: 'An approval rule.' }, BUDGET: { description: 'A budget that would be overdrawn.' } },
});

const VerdictEnum = Object.fromEntries(VERDICTS.map((verdict) => [verdict, verdict])) as { [V in Verdict]: V };
registerEnumType(VerdictEnum, { name: 'ApprovalVerdict', description: 'What an approver said.', valuesConfig: { AGREED: { description: 'Yes.' }, REJECTED: { description: 'No.' } } });

@ObjectType('Approver', { simpleResolvers: true, description: 'Who may say yes: a person, or whoever of the account has a permission.' })
export class ApproverType {
  @Field(() => ForeignUser, { nullable: true, description: 'The person.' })
  user: ForeignUser | null;
  @Field(() => String, { nullable: true, description: 'The permission, such as APPROVE_ORDER.' })
  permission: string | null;
}

@ObjectType('ApprovalRequirement', { simpleResolvers: true, description: 'One of several approvers, as many different ones as are needed.' })
export class ApprovalRequirementType {
  @Field(() => [ApproverType], { description: 'Any of these counts.' })
  anyOf: ApproverType[];
  @Field(() => Int, { description: 'How many different people have to agree.' })
  needed: number;
  @Field(() => Int, { description: 'How many have agreed so far; zero in what is only a rule.' })
  given: number;
}

@ObjectType('ApprovalTier', { simpleResolvers: true, description: 'Requirements that must all be met before the next tier is asked.' })
export class ApprovalTierType {
  @Field(() => [ApprovalRequirementType], { description: 'All of these.' })
  allOf: ApprovalRequirementType[];
}

@ObjectType('ApprovalDemand', { simpleResolvers: true, description: 'Something that wants a yes, as it was when the order was asked for. All of them must be met.' })
export class ApprovalDemandType {
  @Field(() => DemandKindEnum, { description: 'What it is.' })
  kind: DemandKind;
  @Field(() => ID, { description: 'The limit, rule or budget it comes from.' })
  sourceId: string;
  @Field(() => String, { description: 'Why, in a sentence.' })
  reason: string;
  @Field(() => [ApprovalTierType], { description: 'Who is asked, one tier after the other.' })
  tiers: ApprovalTierType[];
}

@ObjectType('ApprovalDecision', { simpleResolvers: true, description: 'What an approver said.' })
export class ApprovalDecisionType {
  @Field(() => ForeignUser, { nullable: true, description: 'Who said it.' })
  by: ForeignUser;
  @Field(() => ForeignUser, { nullable: true, description: 'For whom, who was away; null when on their own behalf.' })
  onBehalfOf: ForeignUser | null;
  @Field(() => VerdictEnum, { description: 'Yes or no.' })
  verdict: Verdict;
  @Field(() => String, { nullable: true, description: 'What they said with it; always there with a no.' })
  comment: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When.' })
  decidedAt: Date;
}

@ObjectType('ApprovalLine', { simpleResolvers: true, description: 'A line of what is asked about.' })
export class ApprovalLineType {
  @Field(() => ForeignProduct, { description: 'The product.' })
  product: ForeignProduct;
  @Field(() => String, { description: 'What it is called.' })
  description: string;
  @Field(() => DecimalScalar, { description: 'How much.' })
  quantity: string;
  @Field(() => String, { description: 'The unit of measure.' })
  uom: string;
  @Field(() => MoneyType, { description: 'The price of one unit; the list price for who may not see net prices.' })
  unitPrice: Money;
  @Field(() => MoneyType, { description: 'Unit price x quantity.' })
  total: Money;
}

@ObjectType('ApprovalTrouble', { simpleResolvers: true, description: 'Why nothing came of an approval.' })
export class ApprovalTroubleType {
  @Field(() => String, { description: 'The error code that placing the order was refused with, or APPROVAL_STALE.' })
  code: string;
  @Field(() => String, { description: 'A sentence for people.' })
  message: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Approval', { simpleResolvers: true, description: 'An order that waits for a yes. What is asked about never changes: when the cart or a price does, the approval is void and the order is asked for anew.' })
export class ApprovalType implements Pick<Approval, 'id' | 'number' | 'version' | 'status' | 'contentHash' | 'createdAt' | 'expiresAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people, such as A-2026-000123.' })
  number: string;
  @Field(() => Int, { description: 'Goes up by one with each answer and each change of status.' })
  version: number;
  @Field(() => ApprovalStatusEnum, { description: 'What has become of it.' })
  status: ApprovalStatus;
  @Field(() => String, { description: 'The fingerprint of what is asked about; approveOrder and rejectOrder must be given it back.' })
  contentHash: string;
  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { description: 'Until when it waits.' })
  expiresAt: Date;
}
