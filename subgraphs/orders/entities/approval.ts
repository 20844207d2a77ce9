import { defineEntity, p } from '@mikro-orm/core';
import type { RequestFacts } from '#kernel/viewer.ts';
import type { Answered, Demand } from '../domain/approval-flow.ts';
import { APPROVAL_STATUSES, type ApprovalStatus } from '../domain/approval-lifecycle.ts';
import type { Confirmation } from '../domain/confirmation.ts';
import type { PlaceOrder } from '../domain/place-order-input.ts';
import type { StoredRefusal } from './checkout.ts';

/** An order that waits for a yes. What is asked about never changes: other content is another approval. The root row counts the versions. */
export const ApprovalSchema = defineEntity({
  name: 'Approval',
  tableName: 'approval',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    number: p.string(),
    /** Whoever wants to place the order, and pays. */
    requesterId: p.string(),
    /** Whoever it is sold to: the owner of the cart or quote. */
    ownerId: p.string(),
    cartId: p.string().nullable(),
    quoteId: p.string().nullable(),
    /** The cart or quote while something may come of it: one open approval for each. */
    openFor: p.string().nullable(),
    contentHash: p.string(),
    input: p.json<PlaceOrder>(),
    /** On whose behalf the order is placed. */
    facts: p.json<RequestFacts>(),
    confirmation: p.json<Confirmation>(),
    costCentreId: p.string().nullable(),
    currency: p.string(),
    totalMinor: p.bigint('bigint'),
    demands: p.json<readonly Demand[]>(),
    status: p.string().$type<ApprovalStatus>(),
    version: p.integer(),
    orderId: p.string().nullable(),
    /** Why nothing came of it. */
    trouble: p.json<StoredRefusal>().nullable(),
    /** Once approved: not tried to place before then. */
    nextAt: p.datetime(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [{ properties: ['number'] }, { properties: ['openFor'] }, { properties: ['orderId'] }],
  indexes: [{ properties: ['accountId', 'id'] }, { properties: ['accountId', 'requesterId', 'id'] }, { properties: ['status', 'expiresAt'] }, { properties: ['cartId', 'id'] }],
  checks: [{ name: 'approval_status', expression: `status in ('${APPROVAL_STATUSES.join("', '")}')` }],
});
export class Approval extends ApprovalSchema.class {}
ApprovalSchema.setClass(Approval);

export const VERDICTS = ['AGREED', 'REJECTED'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What an approver said, and where in the flow it counts. */
export const ApprovalDecisionSchema = defineEntity({
  name: 'ApprovalDecision',
  tableName: 'approval_decision',
  properties: {
    id: p.string().primary(),
    approvalId: p.string(),
    accountId: p.string(),
    userId: p.string(),
    verdict: p.string().$type<Verdict>(),
    comment: p.string().nullable(),
    answers: p.json<readonly Answered[]>(),
    decidedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'approvalId', 'id'] }, { properties: ['approvalId', 'id'] }],
});
export class ApprovalDecision extends ApprovalDecisionSchema.class {}
ApprovalDecisionSchema.setClass(ApprovalDecision);

/** Who is asked, now or in a later tier, to find what waits for somebody. */
export const ApprovalApproverSchema = defineEntity({
  name: 'ApprovalApprover',
  tableName: 'approval_approver',
  properties: { approvalId: p.string().primary(), holder: p.string().primary(), accountId: p.string(), asked: p.boolean() },
  indexes: [{ properties: ['accountId', 'holder', 'approvalId'] }],
});
export class ApprovalApprover extends ApprovalApproverSchema.class {}
ApprovalApproverSchema.setClass(ApprovalApprover);
