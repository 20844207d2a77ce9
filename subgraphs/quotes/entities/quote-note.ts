import { defineEntity, p } from '@mikro-orm/core';

/** Something said about a quote or one of its lines; internal ones stay with the seller. [QUOTE-50] */
export const QuoteNoteSchema = defineEntity({
  name: 'QuoteNote',
  tableName: 'quote_note',
  properties: {
    id: p.string().primary(),
    quoteId: p.string(),
    accountId: p.string(),
    lineId: p.string().nullable(),
    authorId: p.string().nullable(),
    text: p.string(),
    internal: p.boolean(),
    at: p.datetime(),
  },
  indexes: [{ properties: ['quoteId', 'id'] }, { properties: ['accountId', 'quoteId'] }],
});
export class QuoteNote extends QuoteNoteSchema.class {}
QuoteNoteSchema.setClass(QuoteNote);
