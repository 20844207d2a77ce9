import { defineEntity, p } from '@mikro-orm/core';
import { PAYMENT_TYPES, type PaymentType } from '../domain/read-payment-method.ts';

/** An entry of one person's payment book. No card number: a payment service has that, and calls it by the token. */
export const PaymentMethodSchema = defineEntity({
  name: 'PaymentMethod',
  tableName: 'payment_method',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    userId: p.string(),
    type: p.string().$type<PaymentType>(),
    label: p.string().nullable(),
    token: p.string().nullable(),
    brand: p.string().nullable(),
    last4: p.string().nullable(),
    /** A month, such as 2030-05: its last day is the last on which the card pays. */
    expires: p.string().nullable(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'userId', 'id'] }],
  checks: [{ name: 'payment_method_type', expression: `type in ('${PAYMENT_TYPES.join("', '")}')` }],
});
export class PaymentMethod extends PaymentMethodSchema.class {}
PaymentMethodSchema.setClass(PaymentMethod);
