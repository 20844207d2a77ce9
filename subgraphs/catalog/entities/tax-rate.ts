import { defineEntity, p } from '@mikro-orm/core';
import { TAX_CLASSES, type TaxClass } from '../domain/tax-classes.ts';

/** The rate of a tax code for a class of goods in a territory from a day on. */
export const TaxRateSchema = defineEntity({
  name: 'TaxRate',
  tableName: 'tax_rate',
  properties: {
    code: p.string().primary(),
    country: p.string().primary(),
    /** Empty for the whole country. */
    region: p.string().primary(),
    taxClass: p.string().$type<TaxClass>().primary(),
    validFrom: p.datetime().primary(),
    validUntil: p.datetime().nullable(),
    /** Decimal text: 0.2 is twenty per cent. */
    rate: p.string(),
  },
  checks: [{ name: 'tax_rate_class', expression: `tax_class in ('${TAX_CLASSES.join("', '")}')` }],
});
export class TaxRate extends TaxRateSchema.class {}
TaxRateSchema.setClass(TaxRate);
