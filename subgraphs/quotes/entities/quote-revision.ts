import { defineEntity, p } from '@mikro-orm/core';
import type { FrozenQuote } from '../domain/freeze-quote.ts';

/** What was asked for, or offered, at one moment; written once and never changed. */
export const QuoteRevisionSchema = defineEntity({
  name: 'QuoteRevision',
  tableName: 'quote_revision',
  properties: {
    id: p.string().primary(),
    quoteId: p.string(),
    accountId: p.string(),
    number: p.integer(),
    action: p.string(),
    content: p.json<FrozenQuote>(),
    actorId: p.string().nullable(),
    at: p.datetime(),
  },
  uniques: [{ properties: ['quoteId', 'number'] }],
  indexes: [{ properties: ['accountId', 'quoteId'] }],
});
export class QuoteRevision extends QuoteRevisionSchema.class {}
QuoteRevisionSchema.setClass(QuoteRevision);
