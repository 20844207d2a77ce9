import { defineEntity, p } from '@mikro-orm/core';
import type { SentCustomer, SentTerms } from '../domain/customer.ts';
import { RECEIVED_STATUSES, type ReceivedStatus } from '../domain/received-lifecycle.ts';

/** What a key of another shop is here: one quote, and at most one order. [XFER-08, XFER-10, XFER-11] */
export const ReceivedTransferSchema = defineEntity({
  name: 'ReceivedTransfer',
  tableName: 'received_transfer',
  properties: {
    id: p.string().primary(),
    senderId: p.string(),
    externalKey: p.string(),
    /** The customer it is for. */
    accountId: p.string(),
    version: p.integer(),
    status: p.string().$type<ReceivedStatus>(),
    contentHash: p.string(),
    priceHash: p.string(),
    /** The price it was promised. */
    offerId: p.string().nullable(),
    customer: p.json<SentCustomer>().nullable(),
    terms: p.json<SentTerms>().nullable(),
    /** The same for ever, whatever the quote holds. */
    quoteId: p.string(),
    orderId: p.string().nullable(),
    orderNumber: p.string().nullable(),
    refusalCode: p.string().nullable(),
    refusalMessage: p.string().nullable(),
    /** When it last came in. */
    transferredAt: p.datetime(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['senderId', 'externalKey'] }],
  indexes: [{ properties: ['accountId', 'id'] }, { properties: ['offerId'] }],
  checks: [{ name: 'received_transfer_status', expression: `status in ('${RECEIVED_STATUSES.join("', '")}')` }],
});
export class ReceivedTransfer extends ReceivedTransferSchema.class {}
ReceivedTransferSchema.setClass(ReceivedTransfer);
