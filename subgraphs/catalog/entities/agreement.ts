import { defineEntity, p } from '@mikro-orm/core';

/** What was agreed with accounts: a list of their own, something off it, a payment term. */
export const AgreementSchema = defineEntity({
  name: 'Agreement',
  tableName: 'agreement',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    priceList: p.string().nullable(),
    paymentTerm: p.string().nullable(),
    /** Decimal text from 0 to 100. */
    percentOff: p.string().nullable(),
    /** Off each unit. */
    amountOffMicro: p.bigint('bigint').nullable(),
    currency: p.string().nullable(),
    validFrom: p.datetime(),
    validUntil: p.datetime().nullable(),
    version: p.integer(),
  },
});
export class Agreement extends AgreementSchema.class {}
AgreementSchema.setClass(Agreement);
