import { defineEntity, p } from '@mikro-orm/core';
import type { QuotePricing } from '../domain/price-quote.ts';
import type { QuoteContract } from '../domain/quote-contract.ts';
import { QUOTE_STATUSES, QUOTE_HAND_OVERS, type QuoteStatus, type QuoteHandOver } from '../domain/quote-lifecycle.ts';
import { QUOTE_ORIGINS, type QuoteOrigin } from '../domain/quote-roles.ts';
import type { QuoteTerms } from '../domain/quote-terms.ts';

type Key = 'status' | 'deletedAt' | 'salesRepId' | 'accountId' | 'id' | 'expiresAt' | 'currency' | 'totalMinor';
const DESK_SCOPES: readonly (readonly [string, readonly Key[]])[] = [['all', []], ['rep', ['salesRepId']], ['account', ['accountId']]];
const DESK_ORDERS: readonly (readonly [string, readonly Key[]])[] = [['newest', ['id']], ['expiring', ['expiresAt', 'id']], ['value', ['currency', 'totalMinor', 'id']]];

/** What a sales desk is read by: the whole of it, one rep's or one account's, in each of its orders. */
const DESK_INDEXES = DESK_SCOPES.flatMap(([scope, narrowed]) => DESK_ORDERS.map(([order, keys]) => ({ name: `quote_desk_${scope}_${order}`, properties: [...narrowed, 'status', 'deletedAt', ...keys] as Key[] })));

/** A negotiation between one buyer and the seller. The root row counts the versions of everything inside it. */
export const QuoteSchema = defineEntity({
  name: 'Quote',
  tableName: 'quote',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    ownerId: p.string(),
    /** For people: Q-2026-000123, or the number of the quote system that has taken it over. [EXT-17] */
    number: p.string(),
    /** What it is called here, whatever becomes of it. */
    storeNumber: p.string(),
    /** Where it is on its way there; null where quotes stay here. */
    handOver: p.string().$type<QuoteHandOver>().nullable(),
    status: p.string().$type<QuoteStatus>(),
    version: p.integer(),
    origin: p.string().$type<QuoteOrigin>(),
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
    /** The end its buyer has been warned of. */
    warnedOf: p.datetime().nullable(),
    /** The later end its buyer has asked for, until it is published again. */
    extensionWanted: p.datetime().nullable(),
    /** Why assistance was asked for, or why it was rejected or canceled: the latest. */
    reason: p.string().nullable(),
    /** Whether it came of terms that somebody did not agree to: then it is about them. [TC-05] */
    termsDisputed: p.boolean(),
    /** The terms it was given when assistance made it of a cart. */
    contract: p.json<QuoteContract>().nullable(),
    /** Whether it is or ever was shared: what is not asks nobody for members. */
    everShared: p.boolean(),
    /** The checkout that holds the quote still, if one does. */
    checkoutId: p.string().nullable(),
    updatedById: p.string().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['storeNumber'] }, { properties: ['cartId'] }],
  indexes: [{ properties: ['accountId', 'ownerId', 'id'] }, { properties: ['expiresAt', 'status'] }, { properties: ['clonedFromId'] }, ...DESK_INDEXES],
  checks: [
    { name: 'quote_status', expression: `status in ('${QUOTE_STATUSES.join("', '")}')` },
    { name: 'quote_hand_over', expression: `hand_over in ('${QUOTE_HAND_OVERS.join("', '")}')` },
    { name: 'quote_origin', expression: `origin in ('${QUOTE_ORIGINS.join("', '")}')` },
  ],
});
export class Quote extends QuoteSchema.class {}
QuoteSchema.setClass(Quote);
