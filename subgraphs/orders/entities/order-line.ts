import { defineEntity, p } from '@mikro-orm/core';
import type { OptionChoice } from '#kernel/option-choice.ts';
import type { ConfirmedShipping, ConfirmedTax, ExtraField, PriceStep } from '../domain/confirmation.ts';
import { LINE_STATUSES, type LineStatus } from '../domain/fulfilment-steps.ts';
import type { OrderAddress } from '../domain/order-addresses.ts';
import type { OrderParties } from '../domain/order-parties.ts';

export interface LineShipping extends Omit<ConfirmedShipping, 'shipToAddressId'> {
  readonly shipTo: OrderAddress | null;
}

/** One product of an order, at the price that was confirmed. */
export const OrderLineSchema = defineEntity({
  name: 'OrderLine',
  tableName: 'order_line',
  properties: {
    id: p.string().primary(),
    orderId: p.string(),
    accountId: p.string(),
    position: p.integer(),
    /** What it is a component of; null for what was ordered, which has all the money. Components follow what they are in, each before what is in it. */
    parentLineId: p.string().nullable(),
    /** How many wholes it is within. */
    depth: p.integer(),
    /** How much of it one of what it is in takes, in millionths. */
    ratioMicro: p.bigint('bigint'),
    /** As the catalog had them then; null when it did not know. */
    itemType: p.string().nullable(),
    modelKind: p.string().nullable(),
    sku: p.string(),
    description: p.string(),
    quantityMicro: p.bigint('bigint'),
    uom: p.string(),
    /** What was chosen of a model. */
    configuration: p.json<OptionChoice[]>().nullable(),
    unitMicro: p.bigint('bigint'),
    totalMinor: p.bigint('bigint'),
    /** Its share of what promotions took off the whole order. */
    discountMinor: p.bigint('bigint'),
    taxes: p.json<readonly ConfirmedTax[]>(),
    /** What a return of all of it brings back. */
    paidMinor: p.bigint('bigint'),
    explanation: p.json<readonly PriceStep[]>(),
    fields: p.json<readonly ExtraField[]>(),
    /** What its shipping differs in from that of the order. */
    shipping: p.json<LineShipping>().nullable(),
    /** Whom it names otherwise than the order. */
    parties: p.json<OrderParties>().nullable(),
    note: p.string().nullable(),
    /** The day it is wished for: its own, or that of the order. */
    requestedOn: p.string().nullable(),
    /** The pricing agreement that made its price, to be found by. */
    agreementId: p.string().nullable(),
    returnable: p.boolean(),
    /** Whether it is sent; a service is not. */
    shippable: p.boolean(),
    serialControlled: p.boolean(),
    /** As far as the part of it that is furthest behind. */
    status: p.string().$type<LineStatus>(),
    openHolds: p.integer(),
    /** What was taken off the order afterwards; quantityMicro is what is left of it. */
    canceledMicro: p.bigint('bigint'),
    /** Off the shelf, packed and shipped. */
    pickedMicro: p.bigint('bigint'),
    shippedMicro: p.bigint('bigint'),
    returnedMicro: p.bigint('bigint'),
    refundedMinor: p.bigint('bigint'),
  },
  indexes: [{ properties: ['orderId', 'position'] }, { properties: ['accountId', 'id'] }, { properties: ['accountId', 'status', 'id'] }, { properties: ['sku', 'orderId'] }, { properties: ['agreementId', 'orderId'] }],
  checks: [
    { name: 'order_line_status', expression: `status in ('${LINE_STATUSES.join("', '")}')` },
    { name: 'order_line_picked', expression: 'shipped_micro >= 0 and shipped_micro <= picked_micro and picked_micro <= quantity_micro' },
    { name: 'order_line_returned', expression: 'returned_micro >= 0 and returned_micro <= quantity_micro' }, // [I12]
    { name: 'order_line_component', expression: '(parent_line_id is null) = (depth = 0) and (parent_line_id is null or (total_minor = 0 and paid_minor = 0))' },
    { name: 'order_line_refunded', expression: 'refunded_minor >= 0 and refunded_minor <= paid_minor' },
  ],
});
export class OrderLine extends OrderLineSchema.class {}
OrderLineSchema.setClass(OrderLine);
