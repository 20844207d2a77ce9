import { Field, ID, InputType, Int } from 'type-graphql';
import type { ApprovalStatus } from '../domain/approval-lifecycle.ts';
import type { Approver, Requirement, Tier } from '../domain/approval-flow.ts';
import type { Decide } from '../use-cases/decide-approval.ts';
import type { ApprovalSearch } from '../use-cases/list-approvals.ts';
import { ApprovalStatusEnum } from './approval.type.ts';

@InputType('ApprovalSearch', { description: 'Which approvals to list. All conditions that are given must hold.' })
export class ApprovalSearchInput implements ApprovalSearch {
  @Field(() => [ApprovalStatusEnum], { nullable: true, description: 'One of these statuses.' })
  status?: ApprovalStatus[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those that wait for a word of the viewer.' })
  waitingForMe?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those the viewer asked for.' })
  mine?: boolean | null;
}

@InputType('DecideApprovalInput', { description: 'What an approver answers about.' })
export class DecideApprovalInput implements Decide {
  @Field(() => ID, { description: "The approval's id." })
  approvalId: string;
  @Field(() => String, { description: 'The contentHash of the approval as it was read.' })
  contentHash: string;
  @Field(() => String, { nullable: true, description: 'A word to who asked, at most 1,000 characters; needed with a no.' })
  comment?: string | null;
}

@InputType('ApproverInput', { description: 'Who may say yes: a person of the account, or whoever of it has a permission; exactly one of them.' })
export class ApproverInput implements Approver {
  @Field(() => ID, { nullable: true, description: 'The person.' })
  userId?: string | null;
  @Field(() => String, { nullable: true, description: 'The permission, such as APPROVE_ORDER.' })
  permission?: string | null;
}

@InputType('ApprovalRequirementInput', { description: 'One of several approvers.' })
export class ApprovalRequirementInput implements Requirement {
  @Field(() => [ApproverInput], { description: 'Any of these counts.' })
  anyOf: ApproverInput[];
  @Field(() => Int, { defaultValue: 1, description: 'How many different people have to agree.' })
  needed: number;
}

@InputType('ApprovalTierInput', { description: 'Requirements that must all be met before the next tier is asked.' })
export class ApprovalTierInput implements Tier {
  @Field(() => [ApprovalRequirementInput], { description: 'All of these.' })
  allOf: ApprovalRequirementInput[];
}
