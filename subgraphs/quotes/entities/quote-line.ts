import { defineEntity, p } from '@mikro-orm/core';
import type { OptionChoice } from '#kernel/option-choice.ts';
import type { ExplanationStep, Tax } from '../domain/priced-answer.ts';

/** One product, or one custom item, of a quote. Prices are what the catalog offered, or what the rep set instead. */
export const QuoteLineSchema = defineEntity({
  name: 'QuoteLine',
  tableName: 'quote_line',
  properties: {
    id: p.string().primary(),
    quoteId: p.string(),
    accountId: p.string(),
    position: p.integer(),
    /** Null for a custom item. */
    sku: p.string().nullable(),
    description: p.string().nullable(),
    /** What was chosen of a model. */
    configuration: p.json<OptionChoice[]>().nullable(),
    quantityMicro: p.bigint('bigint'),
    uom: p.string(),
    /** An agreement of its own, as it had in the cart. */
    agreementId: p.string().nullable(),
    listUnitMicro: p.bigint('bigint').nullable(),
    /** Null while nobody has priced a custom item. */
    unitMicro: p.bigint('bigint').nullable(),
    overrideUnitMicro: p.bigint('bigint').nullable(),
    /** Who set that price, where it is not a sales rep. */
    overrideBy: p.string().nullable(),
    /** What the buyer would pay for one unit. */
    targetUnitMicro: p.bigint('bigint').nullable(),
    totalMinor: p.bigint('bigint').nullable(),
    /** Its part of what promotions took off the whole quote. */
    discountMinor: p.bigint('bigint'),
    taxes: p.json<Tax[]>(),
    explanation: p.json<ExplanationStep[]>(),
  },
  indexes: [{ properties: ['quoteId', 'position'] }, { properties: ['accountId', 'quoteId'] }],
});
export class QuoteLine extends QuoteLineSchema.class {}
QuoteLineSchema.setClass(QuoteLine);
