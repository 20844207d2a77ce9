import { defineEntity, p } from '@mikro-orm/core';

/** What one person usually says at a checkout, for carts to begin with. */
export const CheckoutPreferencesSchema = defineEntity({
  name: 'CheckoutPreferences',
  tableName: 'checkout_preferences',
  properties: {
    accountId: p.string().primary(),
    userId: p.string().primary(),
    /** The code of a way to ship; whether there is it, and where it goes, is asked each time. */
    shippingMethod: p.string().nullable(),
    /** The default card, of the person's own payment book. */
    paymentMethodId: p.string().nullable(),
    updatedAt: p.datetime(),
  },
});
export class CheckoutPreferences extends CheckoutPreferencesSchema.class {}
CheckoutPreferencesSchema.setClass(CheckoutPreferences);
