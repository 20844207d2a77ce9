import { defineEntity, p } from '@mikro-orm/core';

/** The last number given to a quote in a year. */
export const QuoteSequenceSchema = defineEntity({
  name: 'QuoteSequence',
  tableName: 'quote_sequence',
  properties: { year: p.integer().primary(), last: p.integer() },
});
export class QuoteSequence extends QuoteSequenceSchema.class {}
QuoteSequenceSchema.setClass(QuoteSequence);
