import { defineEntity, p } from '@mikro-orm/core';

/** What a return takes back. Kept after its release, so that a late repeat of the claim finds it closed. */
export const ReturnClaimSchema = defineEntity({
  name: 'ReturnClaim',
  tableName: 'return_claim',
  properties: {
    returnId: p.string().primary(),
    accountId: p.string(),
    /** Of the return when this was asked: who saw an older one comes too late. */
    version: p.integer(),
    releasedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['accountId', 'returnId'] }],
});
export class ReturnClaim extends ReturnClaimSchema.class {}
ReturnClaimSchema.setClass(ReturnClaim);

/** One order line of a claim, and what will be refunded for it. */
export const ReturnClaimLineSchema = defineEntity({
  name: 'ReturnClaimLine',
  tableName: 'return_claim_line',
  properties: {
    returnId: p.string().primary(),
    orderLineId: p.string().primary(),
    orderId: p.string(),
    accountId: p.string(),
    quantityMicro: p.bigint('bigint'),
    refundMinor: p.bigint('bigint'),
    /** The part of it that has come back and was credited. */
    creditedMicro: p.bigint('bigint'),
    creditedMinor: p.bigint('bigint'),
  },
  indexes: [{ properties: ['accountId', 'orderLineId'] }],
  checks: [{ name: 'return_claim_line_credited', expression: 'credited_micro <= quantity_micro' }],
});
export class ReturnClaimLine extends ReturnClaimLineSchema.class {}
ReturnClaimLineSchema.setClass(ReturnClaimLine);
