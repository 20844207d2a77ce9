import { defineEntity, p } from '@mikro-orm/core';
import type { ReturnAddress, ReturnContact } from '../domain/return-address.ts';
import { RETURN_STATUSES, type ReturnStatus } from '../domain/return-lifecycle.ts';

/** What a buyer sends back, of one order or several. The root row counts the versions. */
export const ReturnSchema = defineEntity({
  name: 'Return',
  tableName: 'sales_return',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    ownerId: p.string(),
    /** The owner while the return is PENDING, then null: so each user has at most one in a currency. [RET-07, V 26] */
    pendingOwnerId: p.string().nullable(),
    /** Given when it is submitted. */
    number: p.string().nullable(),
    status: p.string().$type<ReturnStatus>(),
    version: p.integer(),
    currency: p.string(),
    /** The transaction type it is written as, by name: its fees, number series, approvers. [RET-31] */
    transactionType: p.string(),
    /** The rep who has to do with it. [RET-32] */
    salesRepId: p.string(),
    /** The customer who is credited: whoever the orders were billed to. Nobody changes it. [RET-29] */
    billToAccountId: p.string(),
    shipTo: p.json<ReturnAddress>().nullable(),
    billTo: p.json<ReturnAddress>().nullable(),
    shipToContact: p.json<ReturnContact>().nullable(),
    billToContact: p.json<ReturnContact>().nullable(),
    /** Sums over the lines: what is refunded, and what the return costs, which is taken off it. */
    refundTotalMinor: p.bigint('bigint'),
    feeTotalMinor: p.bigint('bigint'),
    /** The roles that are asked, one after the other, as they were when it was submitted; and how many have agreed. [RET-37] */
    approvers: p.json<readonly string[]>(),
    agreedSteps: p.integer(),
    /** How often something of it was disposed of, and what credit memos give back for that. */
    disposals: p.integer(),
    creditedMinor: p.bigint('bigint'),
    returnLocation: p.string().nullable(),
    /** Why it was rejected. */
    reason: p.string().nullable(),
    /** When orders was asked to claim its quantities for a submission that has not come to its end. */
    claimAskedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
    updatedAt: p.datetime(),
    /** Who changed it last, for those who come too late. */
    updatedById: p.string().nullable(),
  },
  uniques: [{ properties: ['pendingOwnerId', 'currency'] }, { properties: ['number'] }],
  indexes: [{ properties: ['accountId', 'ownerId', 'id'] }, { properties: ['claimAskedAt'] }],
  checks: [{ name: 'sales_return_status', expression: `status in ('${RETURN_STATUSES.join("', '")}')` }],
});
export class Return extends ReturnSchema.class {}
ReturnSchema.setClass(Return);
