import { defineEntity, p } from '@mikro-orm/core';
import { CREDIT_STATUSES, type CreditStatus } from '../domain/credit-status.ts';

/** What orders was told to credit for one order in one step of a return, and what it answered. */
export const ReturnCreditSchema = defineEntity({
  name: 'ReturnCredit',
  tableName: 'return_credit',
  properties: {
    returnId: p.string().primary(),
    step: p.integer().primary(),
    orderId: p.string().primary(),
    accountId: p.string(),
    creditMemoId: p.string().nullable(),
    creditMemoNumber: p.string().nullable(),
    amountMinor: p.bigint('bigint'),
    status: p.string().$type<CreditStatus>(),
  },
  indexes: [{ properties: ['accountId', 'returnId'] }, { properties: ['creditMemoId'] }],
  checks: [{ name: 'return_credit_status', expression: `status in ('${CREDIT_STATUSES.join("', '")}')` }],
});
export class ReturnCredit extends ReturnCreditSchema.class {}
ReturnCreditSchema.setClass(ReturnCredit);
