import { defineEntity, p } from '@mikro-orm/core';

/** The rate of a tax code in a territory from a day on. */
export const TaxRateSchema = defineEntity({
  name: 'TaxRate',
  tableName: 'tax_rate',
  properties: {
    code: p.string().primary(),
    country: p.string().primary(),
    /** Empty for the whole country. */
    region: p.string().primary(),
    validFrom: p.datetime().primary(),
    validUntil: p.datetime().nullable(),
    /** Decimal text: 0.2 is twenty per cent. */
    rate: p.string(),
  },
});
export class TaxRate extends TaxRateSchema.class {}
TaxRateSchema.setClass(TaxRate);
