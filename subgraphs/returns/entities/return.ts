import { defineEntity, p } from '@mikro-orm/core';
import { RETURN_STATUSES, type ReturnStatus } from '../domain/return-lifecycle.ts';

/** What a buyer sends back, of one order or several. The root row counts the versions. */
export const ReturnSchema = defineEntity({
  name: 'Return',
  tableName: 'sales_return',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    ownerId: p.string(),
    /** The owner while the return is PENDING, then null: so each user has at most one. [RET-07] */
    pendingOwnerId: p.string().nullable(),
    /** Given when it is submitted. */
    number: p.string().nullable(),
    status: p.string().$type<ReturnStatus>(),
    version: p.integer(),
    currency: p.string(),
    refundTotalMinor: p.bigint('bigint'),
    returnLocation: p.string().nullable(),
    /** Why it was rejected. */
    reason: p.string().nullable(),
    createdAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    updatedAt: p.datetime(),
  },
  uniques: [{ properties: ['pendingOwnerId'] }, { properties: ['number'] }],
  indexes: [{ properties: ['accountId', 'ownerId', 'id'] }],
  checks: [{ name: 'sales_return_status', expression: `status in ('${RETURN_STATUSES.join("', '")}')` }],
});
export class Return extends ReturnSchema.class {}
ReturnSchema.setClass(Return);
