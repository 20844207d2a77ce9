import { defineEntity, p } from '@mikro-orm/core';
import type { ConfirmedAdjustment, ConfirmedTax } from '../domain/confirmation.ts';
import { ORDER_STATUSES, type OrderStatus } from '../domain/order-lifecycle.ts';

/** What a buyer bought, as confirmed: later price changes do not touch it. The root row counts the versions. */
export const OrderSchema = defineEntity({
  name: 'Order',
  tableName: 'sales_order',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    ownerId: p.string(),
    number: p.string(),
    status: p.string().$type<OrderStatus>(),
    version: p.integer(),
    cartId: p.string().nullable(),
    quoteId: p.string().nullable(),
    checkoutId: p.string(),
    currency: p.string(),
    subtotalMinor: p.bigint('bigint'),
    discountTotalMinor: p.bigint('bigint'),
    taxTotalMinor: p.bigint('bigint'),
    shippingTotalMinor: p.bigint('bigint'),
    totalMinor: p.bigint('bigint'),
    pricesIncludeTax: p.boolean(),
    taxes: p.json<readonly ConfirmedTax[]>(),
    adjustments: p.json<readonly ConfirmedAdjustment[]>(),
    promotionIds: p.json<readonly string[]>(),
    paymentTerm: p.string().nullable(),
    shipToAddressId: p.string().nullable(),
    billToAddressId: p.string().nullable(),
    shippingMethod: p.string().nullable(),
    paymentKind: p.string().nullable(),
    purchaseOrderNumber: p.string().nullable(),
    termsAccepted: p.boolean(),
    cancelReason: p.string().nullable(),
    placedAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [
    { properties: ['number'] },
    // One order per cart and per accepted quote, whatever happens. [I3]
    { properties: ['cartId'] },
    { properties: ['quoteId'] },
    { properties: ['checkoutId'] },
  ],
  indexes: [{ properties: ['accountId', 'ownerId', 'id'] }, { properties: ['accountId', 'id'] }],
  checks: [{ name: 'sales_order_status', expression: `status in ('${ORDER_STATUSES.join("', '")}')` }],
});
export class Order extends OrderSchema.class {}
OrderSchema.setClass(Order);
