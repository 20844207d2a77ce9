import { defineEntity, p } from '@mikro-orm/core';
import type { BilledTax } from '../domain/bill-shares.ts';

/** What the seller billed for a part of an order: of what was shipped, its exact share. Never changed but for what was paid towards it. */
export const InvoiceSchema = defineEntity({
  name: 'Invoice',
  tableName: 'invoice',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    orderId: p.string(),
    number: p.string(),
    /** The parcel it came with; null for what is not sent. */
    shipmentId: p.string().nullable(),
    currency: p.string(),
    subtotalMinor: p.bigint('bigint'),
    discountMinor: p.bigint('bigint'),
    freightMinor: p.bigint('bigint'),
    taxMinor: p.bigint('bigint'),
    /** Tax within the prices that an exempt buyer is spared. */
    reliefMinor: p.bigint('bigint'),
    amountMinor: p.bigint('bigint'),
    appliedMinor: p.bigint('bigint'),
    pricesIncludeTax: p.boolean(),
    /** Over lines and freight. */
    taxes: p.json<readonly BilledTax[]>(),
    /** A day: 2026-05-03. */
    dueOn: p.string().nullable(),
    paymentTerm: p.string().nullable(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['number'] }],
  indexes: [{ properties: ['orderId', 'id'] }, { properties: ['shipmentId'] }, { properties: ['accountId', 'id'] }],
  checks: [{ name: 'invoice_applied', expression: 'applied_minor >= 0 and applied_minor <= amount_minor' }],
});
export class Invoice extends InvoiceSchema.class {}
InvoiceSchema.setClass(Invoice);

/** How much of an order line an invoice bills, and its share of everything that hangs on the line. */
export const InvoiceLineSchema = defineEntity({
  name: 'InvoiceLine',
  tableName: 'invoice_line',
  properties: {
    invoiceId: p.string().primary(),
    orderLineId: p.string().primary(),
    orderId: p.string(),
    accountId: p.string(),
    quantityMicro: p.bigint('bigint'),
    totalMinor: p.bigint('bigint'),
    discountMinor: p.bigint('bigint'),
    taxes: p.json<readonly BilledTax[]>(),
  },
  indexes: [{ properties: ['orderId'] }, { properties: ['accountId', 'orderLineId'] }],
});
export class InvoiceLine extends InvoiceLineSchema.class {}
InvoiceLineSchema.setClass(InvoiceLine);
