import { defineEntity, p } from '@mikro-orm/core';
import type { ConfirmedAdjustment, ConfirmedTax, ExtraField } from '../domain/confirmation.ts';
import type { AgreedTerms } from '../domain/contract-terms.ts';
import type { BookingProblem } from '../domain/first-status.ts';
import type { OrderAddress } from '../domain/order-addresses.ts';
import { ORDER_HAND_OVERS, ORDER_KINDS, ORDER_STATUSES, type OrderKind, type OrderStatus, type OrderHandOver } from '../domain/order-lifecycle.ts';
import type { OrderParties } from '../domain/order-parties.ts';
import type { ChosenPayment } from '../domain/order-payment.ts';

/** What a buyer bought, as confirmed: later price changes do not touch it. The root row counts the versions. */
export const OrderSchema = defineEntity({
  name: 'Order',
  tableName: 'sales_order',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    ownerId: p.string(),
    /** Whoever checked out, and pays: the owner, or a member of a shared cart. */
    placedById: p.string(),
    /** What people call it: our number, or that of the order system that has taken it over. [EXT-17] */
    number: p.string(),
    /** What it is called here, whatever becomes of it. */
    storeNumber: p.string(),
    /** The number of the order system in capitals, to be searched by. */
    outsideKey: p.string().nullable(),
    /** Where it is on its way there; null where orders stay here. */
    handOver: p.string().$type<OrderHandOver>().nullable(),
    status: p.string().$type<OrderStatus>(),
    orderType: p.string().$type<OrderKind>(),
    /** Of the seller; where the order was made. */
    operatingUnit: p.string(),
    /** Who gets the invoice: the account it is sold to, or another. [ORD-10] */
    billToAccountId: p.string(),
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
    /** As the addresses were then: what becomes of the address book does not touch the order. */
    shipTo: p.json<OrderAddress>().nullable(),
    billTo: p.json<OrderAddress>().nullable(),
    /** Whom it names beside, as they were then. */
    parties: p.json<OrderParties>().nullable(),
    shippingMethod: p.string().nullable(),
    shippingInstructions: p.string().nullable(),
    requestedOn: p.string().nullable(),
    note: p.string().nullable(),
    payment: p.json<ChosenPayment>().nullable(),
    purchaseOrderNumber: p.string().nullable(),
    fields: p.json<readonly ExtraField[]>(),
    termsAccepted: p.boolean(),
    /** The terms it was made under, and who agreed to them; null when nobody had to, or did. */
    terms: p.json<AgreedTerms>().nullable(),
    /** Why it was only entered, where it should have been booked. [ORD-03] */
    bookingProblem: p.json<BookingProblem>().nullable(),
    cancelReason: p.string().nullable(),
    /** Holds on the order as a whole that nobody has released. */
    openHolds: p.integer(),
    /** The approval it was placed by, if it needed one. */
    approvalId: p.string().nullable(),
    costCentreId: p.string().nullable(),
    /** The return it is in place of. */
    replacesReturnId: p.string().nullable(),
    placedAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [
    { properties: ['storeNumber'] },
    // One order per cart and per accepted quote, whatever happens. [I3]
    { properties: ['cartId'] },
    { properties: ['quoteId'] },
    { properties: ['checkoutId'] },
  ],
  // Each is the order of a list for one scope, so that a page is as quick to find in a long list as in a short one.
  indexes: [
    { properties: ['placedAt', 'id'] },
    { properties: ['accountId', 'placedAt', 'id'] },
    { properties: ['accountId', 'ownerId', 'placedAt', 'id'] },
    { properties: ['billToAccountId', 'placedAt', 'id'] },
    { properties: ['status', 'placedAt', 'id'] },
    { properties: ['accountId', 'status', 'placedAt', 'id'] },
    { properties: ['currency', 'totalMinor', 'id'] },
    { properties: ['accountId', 'currency', 'totalMinor', 'id'] },
    { properties: ['billToAccountId', 'currency', 'totalMinor', 'id'] },
    { properties: ['purchaseOrderNumber', 'placedAt', 'id'] },
    { properties: ['accountId', 'purchaseOrderNumber', 'placedAt', 'id'] },
    { properties: ['accountId', 'placedById', 'placedAt'] },
    { properties: ['replacesReturnId'] },
    { properties: ['outsideKey', 'placedAt', 'id'] },
  ],
  checks: [
    { name: 'sales_order_status', expression: `status in ('${ORDER_STATUSES.join("', '")}')` },
    { name: 'sales_order_hand_over', expression: `hand_over in ('${ORDER_HAND_OVERS.join("', '")}')` },
    { name: 'sales_order_type', expression: `order_type in ('${ORDER_KINDS.join("', '")}')` },
  ],
});
export class Order extends OrderSchema.class {}
OrderSchema.setClass(Order);
