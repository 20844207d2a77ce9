import { defineEntity, p } from '@mikro-orm/core';

/** An account that may use an agreement. */
export const AgreementAccountSchema = defineEntity({
  name: 'AgreementAccount',
  tableName: 'agreement_account',
  properties: { accountId: p.string().primary(), agreementId: p.string().primary(), isDefault: p.boolean() },
  indexes: [{ properties: ['agreementId'] }],
});
export class AgreementAccount extends AgreementAccountSchema.class {}
AgreementAccountSchema.setClass(AgreementAccount);
