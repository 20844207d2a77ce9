import { defineEntity, p } from '@mikro-orm/core';
import { CARD_PAYMENT_STATUSES, OPERATION_KINDS, OPERATION_STATUSES, type CardPaymentStatus, type OperationKind, type OperationStatus } from '../domain/payment-lifecycle.ts';

/** The payment by card of one checkout, and later of its order. No number of a card, nor its token. */
export const PaymentSchema = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    number: p.string(),
    checkoutId: p.string(),
    /** Null until the order is written, and for ever if it is not. */
    orderId: p.string().nullable(),
    /** The payment service that has it. */
    provider: p.string(),
    /** What the service calls it; null until it has told. */
    reference: p.string().nullable(),
    status: p.string().$type<CardPaymentStatus>(),
    currency: p.string(),
    authorisedMinor: p.bigint('bigint'),
    capturedMinor: p.bigint('bigint'),
    refundedMinor: p.bigint('bigint'),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  // One payment a checkout, whatever happens. [I4]
  uniques: [{ properties: ['checkoutId'] }, { properties: ['number'] }],
  indexes: [{ properties: ['accountId', 'orderId'] }, { properties: ['orderId'] }, { properties: ['reference'] }],
  checks: [
    { name: 'payment_status', expression: `status in ('${CARD_PAYMENT_STATUSES.join("', '")}')` },
    { name: 'payment_amounts', expression: 'captured_minor <= authorised_minor and refunded_minor <= captured_minor' },
  ],
});
export class Payment extends PaymentSchema.class {}
PaymentSchema.setClass(Payment);

/** One thing asked of the payment service, written down before it is asked: whoever finds it unanswered looks for it there first. */
export const PaymentOperationSchema = defineEntity({
  name: 'PaymentOperation',
  tableName: 'payment_operation',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    paymentId: p.string(),
    kind: p.string().$type<OperationKind>(),
    /** By which the service knows it again. */
    key: p.string(),
    /** Null: all that is left, known once its turn comes. */
    amountMinor: p.bigint('bigint').nullable(),
    /** The invoice or return it is for. */
    subjectId: p.string().nullable(),
    status: p.string().$type<OperationStatus>(),
    reference: p.string().nullable(),
    /** Why the service said no, in its words. */
    reason: p.string().nullable(),
    /** How often it was asked. */
    tries: p.integer(),
    /** Nobody else asks before then. */
    nextAt: p.datetime(),
    createdAt: p.datetime(),
    settledAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['key'] }],
  indexes: [{ properties: ['accountId', 'paymentId', 'id'] }, { properties: ['paymentId', 'id'] }, { properties: ['status', 'nextAt'] }],
  checks: [
    { name: 'payment_operation_kind', expression: `kind in ('${OPERATION_KINDS.join("', '")}')` },
    { name: 'payment_operation_status', expression: `status in ('${OPERATION_STATUSES.join("', '")}')` },
  ],
});
export class PaymentOperation extends PaymentOperationSchema.class {}
PaymentOperationSchema.setClass(PaymentOperation);
