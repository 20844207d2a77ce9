import { defineEntity, p } from '@mikro-orm/core';
import type { OptionChoice } from '#kernel/option-choice.ts';

/** What the seller offers instead of a line, priced when it was offered; the buyer may pick one. */
export const QuoteAlternativeSchema = defineEntity({
  name: 'QuoteAlternative',
  tableName: 'quote_alternative',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    quoteId: p.string(),
    lineId: p.string(),
    position: p.integer(),
    sku: p.string(),
    description: p.string().nullable(),
    configuration: p.json<OptionChoice[]>().nullable(),
    quantityMicro: p.bigint('bigint'),
    uom: p.string(),
    listUnitMicro: p.bigint('bigint'),
    unitMicro: p.bigint('bigint'),
    /** The rep's price; without one it is the catalog's, of the day it is picked. */
    overrideUnitMicro: p.bigint('bigint').nullable(),
    totalMinor: p.bigint('bigint'),
    offeredById: p.string(),
    offeredAt: p.datetime(),
  },
  indexes: [{ properties: ['quoteId', 'accountId', 'lineId', 'position'] }],
});
export class QuoteAlternative extends QuoteAlternativeSchema.class {}
QuoteAlternativeSchema.setClass(QuoteAlternative);
