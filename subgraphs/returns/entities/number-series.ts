import { defineEntity, p } from '@mikro-orm/core';

/** The last number given in a series such as "R-2026"; counted in the transaction of the submission, so none is skipped. */
export const NumberSeriesSchema = defineEntity({
  name: 'NumberSeries',
  tableName: 'number_series',
  properties: { series: p.string().primary(), last: p.integer() },
});
export class NumberSeries extends NumberSeriesSchema.class {}
NumberSeriesSchema.setClass(NumberSeries);
