import { defineEntity, p } from '@mikro-orm/core';

/** How one user wants express orders to be shipped and paid. Its version tells orders apart that were made under others. */
export const ExpressPreferencesSchema = defineEntity({
  name: 'ExpressPreferences',
  tableName: 'express_preferences',
  properties: {
    accountId: p.string().primary(),
    userId: p.string().primary(),
    version: p.integer(),
    enabled: p.boolean(),
    shipToAddressId: p.string().nullable(),
    billToAddressId: p.string().nullable(),
    paymentKind: p.string().nullable(),
    /** Of the user's payment book. */
    paymentMethodId: p.string().nullable(),
    shippingMethod: p.string().nullable(),
    updatedAt: p.datetime(),
  },
});
export class ExpressPreferences extends ExpressPreferencesSchema.class {}
ExpressPreferencesSchema.setClass(ExpressPreferences);
