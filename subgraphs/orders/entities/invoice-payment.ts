import { defineEntity, p } from '@mikro-orm/core';

/** What was paid towards an invoice: captured from a card, or come in otherwise and told by the seller. [ORD-35] */
export const InvoicePaymentSchema = defineEntity({
  name: 'InvoicePayment',
  tableName: 'invoice_payment',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    invoiceId: p.string(),
    orderId: p.string(),
    /** The payment by card it was captured from; null for everything else. */
    paymentId: p.string().nullable(),
    kind: p.string(),
    /** The number of a check or a transfer. */
    reference: p.string().nullable(),
    amountMinor: p.bigint('bigint'),
    recordedById: p.string().nullable(),
    paidAt: p.datetime(),
  },
  indexes: [{ properties: ['invoiceId', 'id'] }, { properties: ['paymentId'] }, { properties: ['accountId', 'id'] }],
  checks: [{ name: 'invoice_payment_positive', expression: 'amount_minor > 0' }],
});
export class InvoicePayment extends InvoicePaymentSchema.class {}
InvoicePaymentSchema.setClass(InvoicePayment);
