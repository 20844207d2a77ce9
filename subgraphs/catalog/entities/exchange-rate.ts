import { defineEntity, p } from '@mikro-orm/core';

/** So many of one currency for one of another, from a day until the next rate. */
export const ExchangeRateSchema = defineEntity({
  name: 'ExchangeRate',
  tableName: 'exchange_rate',
  properties: {
    base: p.string().primary(),
    quote: p.string().primary(),
    validFrom: p.datetime().primary(),
    /** Decimal text. */
    rate: p.string(),
    /** Decimals a converted unit price is rounded to; six when null. */
    decimals: p.integer().nullable(),
  },
});
export class ExchangeRate extends ExchangeRateSchema.class {}
ExchangeRateSchema.setClass(ExchangeRate);
