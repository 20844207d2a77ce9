import { defineEntity, p } from '@mikro-orm/core';

/** An account that pays no tax, or not this one, in a country. */
export const TaxExemptionSchema = defineEntity({
  name: 'TaxExemption',
  tableName: 'tax_exemption',
  properties: {
    accountId: p.string().primary(),
    country: p.string().primary(),
    /** Empty for every tax code. */
    code: p.string().primary(),
    validFrom: p.datetime(),
    validUntil: p.datetime().nullable(),
    /** The certificate it rests on. */
    certificate: p.string().nullable(),
  },
});
export class TaxExemption extends TaxExemptionSchema.class {}
TaxExemptionSchema.setClass(TaxExemption);
