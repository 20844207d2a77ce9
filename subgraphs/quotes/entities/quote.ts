import { defineEntity, p } from '@mikro-orm/core';
import type { QuotePricing } from '../domain/price-quote.ts';
import { QUOTE_STATUSES, type QuoteStatus } from '../domain/quote-lifecycle.ts';
import type { QuoteTerms } from '../domain/quote-terms.ts';

/** A negotiation between one buyer and the seller. The root row counts the versions of everything inside it. */
export const QuoteSchema = defineEntity({
  name: 'Quote',
  tableName: 'quote',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    ownerId: p.string(),
    /** For people: Q-2026-000123. */
    number: p.string(),
    status: p.string().$type<QuoteStatus>(),
    version: p.integer(),
    /** The cart it was made of; a cart becomes one quote only. */
    cartId: p.string().nullable(),
    clonedFromId: p.string().nullable(),
    salesRepId: p.string().nullable(),
    currency: p.string(),
    subtotalMinor: p.bigint('bigint'),
    discountTotalMinor: p.bigint('bigint'),
    shippingTotalMinor: p.bigint('bigint'),
    taxTotalMinor: p.bigint('bigint'),
    totalMinor: p.bigint('bigint'),
    terms: p.json<QuoteTerms>(),
    pricing: p.json<QuotePricing>(),
    /** Counts what moved under its prices; they are stale while it is ahead of the count they were looked up at. */
    staleMark: p.integer(),
    pricedMark: p.integer(),
    /** Custom items nobody has priced yet. */
    unpricedLines: p.integer(),
    priceHash: p.string(),
    expiresAt: p.datetime().nullable(),
    /** Why assistance was asked for, or why it was rejected or canceled: the latest. */
    reason: p.string().nullable(),
    /** The checkout that holds the quote still, if one does. */
    checkoutId: p.string().nullable(),
    updatedById: p.string().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['number'] }, { properties: ['cartId'] }],
  indexes: [{ properties: ['accountId', 'ownerId', 'id'] }, { properties: ['status', 'id'] }, { properties: ['expiresAt', 'status'] }, { properties: ['clonedFromId'] }],
  checks: [{ name: 'quote_status', expression: `status in ('${QUOTE_STATUSES.join("', '")}')` }],
});
export class Quote extends QuoteSchema.class {}
QuoteSchema.setClass(Quote);
