import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import { CARD_PAYMENT_STATUSES, OPERATION_KINDS, OPERATION_STATUSES, type CardPaymentStatus, type OperationKind, type OperationStatus } from '../domain/payment-lifecycle.ts';
import type { Payment, PaymentOperation } from '../entities/payment.ts';

/** type-graphql wants an object for an enum; the union of literals stays the type. */
export const PaymentStatusEnum = Object.fromEntries(CARD_PAYMENT_STATUSES.map((status) => [status, status])) as { [S in CardPaymentStatus]: S };
registerEnumType(PaymentStatusEnum, {
  name: 'PaymentStatus',
  description: 'How far a payment is.',
  valuesConfig: {
    PENDING: { description: 'It was asked for, and the answer is not known.' },
    AUTHORISED: { description: 'The bank keeps the amount ready; nothing has been taken.' },
    CAPTURED: { description: 'Something of it, or all, has been taken.' },
    DECLINED: { description: 'The bank said no.' },
    FAILED: { description: 'It could not be processed.' },
    VOIDED: { description: 'It was let go of before anything was taken.' },
  },
});

const OperationKindEnum = Object.fromEntries(OPERATION_KINDS.map((kind) => [kind, kind])) as { [K in OperationKind]: K };
registerEnumType(OperationKindEnum, {
  name: 'PaymentOperationKind',
  description: 'What is asked of the payment service.',
  valuesConfig: {
    AUTHORISE: { description: 'To keep the amount ready.' },
    REDUCE: { description: 'To keep so much less ready: it was taken off the order.' },
    CAPTURE: { description: 'To take the amount of an invoice.' },
    VOID: { description: 'To let go of what was not taken.' },
    REFUND: { description: 'To give back what was taken.' },
  },
});

const OperationStatusEnum = Object.fromEntries(OPERATION_STATUSES.map((status) => [status, status])) as { [S in OperationStatus]: S };
registerEnumType(OperationStatusEnum, {
  name: 'PaymentOperationStatus',
  description: 'How far an operation is.',
  valuesConfig: {
    DUE: { description: 'It will be asked for.' },
    SENT: { description: 'It was asked for; the answer is not known yet.' },
    DONE: { description: 'It was done.' },
    DECLINED: { description: 'The bank said no.' },
    FAILED: { description: 'It could not be processed, and will not be asked for again.' },
  },
});

@ObjectType('PaymentOperation', { simpleResolvers: true, description: 'One thing asked of the payment service.' })
export class PaymentOperationType implements Pick<PaymentOperation, 'id' | 'kind' | 'status' | 'createdAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => OperationKindEnum, { description: 'What is asked.' })
  kind: OperationKind;
  @Field(() => OperationStatusEnum, { description: 'How far it is.' })
  status: OperationStatus;
  @Field(() => MoneyType, { nullable: true, description: 'The amount; null for who may not see net prices, and while it is all that is left and its turn has not come.' })
  amount: Money | null;
  @Field(() => ID, { nullable: true, description: 'The invoice that is captured, or the return that is refunded.' })
  subjectId: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When it came up.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  settledAt: Date | null | undefined;
}

@ObjectType('Payment', { simpleResolvers: true, description: 'The payment by card of an order: authorised before the order was written, captured as it is invoiced. All amounts are null for who may not see net prices.' })
export class PaymentType implements Pick<Payment, 'id' | 'number' | 'status' | 'createdAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people, such as P-2026-000123.' })
  number: string;
  @Field(() => PaymentStatusEnum, { description: 'How far it is.' })
  status: CardPaymentStatus;
  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  createdAt: Date;
}
