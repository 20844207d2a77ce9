import { defineEntity, p } from '@mikro-orm/core';
import type { RequestFacts } from '#kernel/viewer.ts';
import type { Content } from '../domain/content.ts';
import type { Offer } from '../domain/offer.ts';
import { TRANSFER_STATUSES, type TransferStatus } from '../domain/transfer-lifecycle.ts';

/** The way of one cart to one partner: how far it is, on whose behalf, and what is known. Any process can go on from here. */
export const TransferSchema = defineEntity({
  name: 'Transfer',
  tableName: 'transfer',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    version: p.integer(),
    cartId: p.string(),
    /** Who owns the cart: the customer the partner is told of. */
    ownerId: p.string(),
    requestedById: p.string(),
    partnerId: p.string(),
    status: p.string().$type<TransferStatus>(),
    content: p.json<Content>(),
    contentHash: p.string(),
    offer: p.json<Offer>(),
    /** Of the offer; what the buyer confirms. */
    priceHash: p.string(),
    offeredUntil: p.datetime(),
    facts: p.json<RequestFacts>(),
    /** The version of the key it is sent under; null before. */
    messageVersion: p.integer().nullable(),
    /** What is sent, to the byte; null before. */
    message: p.text().nullable(),
    sentAt: p.datetime().nullable(),
    /** Whether the partner may have it without our knowing: written down before each attempt. */
    inDoubt: p.boolean(),
    /** Whether the buyer wants it back. */
    recalled: p.boolean(),
    attempts: p.integer(),
    /** Why the last attempt led to nothing. */
    trouble: p.string().nullable(),
    /** Nobody else drives it before then: the lease of a driver, or the wait after trouble. */
    nextAt: p.datetime(),
    /** The number of the order at the partner's. */
    reference: p.string().nullable(),
    redirectUrl: p.string().nullable(),
    /** Why it failed. */
    failureCode: p.string().nullable(),
    failureMessage: p.string().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'cartId', 'id'] }, { properties: ['cartId', 'id'] }, { properties: ['status', 'nextAt'] }, { properties: ['partnerId', 'id'] }],
  checks: [{ name: 'transfer_status', expression: `status in ('${TRANSFER_STATUSES.join("', '")}')` }],
});
export class Transfer extends TransferSchema.class {}
TransferSchema.setClass(Transfer);
