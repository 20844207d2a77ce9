import { defineEntity, p } from '@mikro-orm/core';
import type { ChosenPayment } from '../domain/order-payment.ts';

/** What somebody said on the pages of a quote's checkout. Carts keep that themselves; a quote stays as it was offered. */
export const QuoteCheckoutSchema = defineEntity({
  name: 'QuoteCheckout',
  tableName: 'quote_checkout',
  properties: {
    quoteId: p.string().primary(),
    userId: p.string().primary(),
    accountId: p.string(),
    shipToAddressId: p.string().nullable(),
    billToAddressId: p.string().nullable(),
    payment: p.json<ChosenPayment>().nullable(),
    purchaseOrderNumber: p.string().nullable(),
    updatedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'quoteId'] }],
});
export class QuoteCheckout extends QuoteCheckoutSchema.class {}
QuoteCheckoutSchema.setClass(QuoteCheckout);
