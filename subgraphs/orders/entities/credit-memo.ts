import { defineEntity, p } from '@mikro-orm/core';
import type { BilledTax } from '../domain/bill-shares.ts';
import { MEMO_STATUSES, type MemoStatus } from '../domain/credit-memo-lifecycle.ts';

/** What the seller gives back for a part of an order that came back. Never changed but for how far the money is. */
export const CreditMemoSchema = defineEntity({
  name: 'CreditMemo',
  tableName: 'credit_memo',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    orderId: p.string(),
    returnId: p.string(),
    number: p.string(),
    /** The return, the step of it and the order: the same step again credits nothing. */
    key: p.string(),
    currency: p.string(),
    subtotalMinor: p.bigint('bigint'),
    discountMinor: p.bigint('bigint'),
    taxMinor: p.bigint('bigint'),
    /** Tax within the prices that an exempt buyer was spared, and what rounding the parts of a line leaves until the last of it. */
    reliefMinor: p.bigint('bigint'),
    /** What the seller keeps for taking it back. */
    feeMinor: p.bigint('bigint'),
    /** What of it paid for an order in place of the goods, instead of going back. */
    exchangedMinor: p.bigint('bigint'),
    /** What is given back. */
    amountMinor: p.bigint('bigint'),
    /** The part of it that no system gives back: somebody does. */
    byHandMinor: p.bigint('bigint'),
    pricesIncludeTax: p.boolean(),
    taxes: p.json<readonly BilledTax[]>(),
    status: p.string().$type<MemoStatus>(),
    /** By which the payment service knows the refund; another one for each new try. */
    refundKey: p.string(),
    /** What whoever gave it back by hand noted. */
    reference: p.string().nullable(),
    createdAt: p.datetime(),
    settledAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['number'] }, { properties: ['key'] }, { properties: ['refundKey'] }],
  indexes: [{ properties: ['orderId', 'id'] }, { properties: ['returnId', 'id'] }, { properties: ['accountId', 'id'] }],
  checks: [
    { name: 'credit_memo_status', expression: `status in ('${MEMO_STATUSES.join("', '")}')` },
    { name: 'credit_memo_amounts', expression: 'amount_minor >= 0 and fee_minor >= 0 and exchanged_minor >= 0 and by_hand_minor >= 0 and by_hand_minor <= amount_minor' },
  ],
});
export class CreditMemo extends CreditMemoSchema.class {}
CreditMemoSchema.setClass(CreditMemo);

/** How much of an order line a credit memo credits, and its share of everything that hangs on the line. */
export const CreditMemoLineSchema = defineEntity({
  name: 'CreditMemoLine',
  tableName: 'credit_memo_line',
  properties: {
    creditMemoId: p.string().primary(),
    orderLineId: p.string().primary(),
    orderId: p.string(),
    returnId: p.string(),
    accountId: p.string(),
    quantityMicro: p.bigint('bigint'),
    totalMinor: p.bigint('bigint'),
    discountMinor: p.bigint('bigint'),
    taxes: p.json<readonly BilledTax[]>(),
    /** What the line brings back, before fees. */
    amountMinor: p.bigint('bigint'),
  },
  indexes: [{ properties: ['orderLineId'] }, { properties: ['accountId', 'orderLineId'] }],
});
export class CreditMemoLine extends CreditMemoLineSchema.class {}
CreditMemoLineSchema.setClass(CreditMemoLine);
