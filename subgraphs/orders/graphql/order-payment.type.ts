import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import { PAYMENT_STATUSES, type PaymentMask, type PaymentStatus } from '../domain/order-payment.ts';

/** type-graphql wants an object for an enum; the union of literals stays the type. */
const PaymentStatusEnum = Object.fromEntries(PAYMENT_STATUSES.map((status) => [status, status])) as { [S in PaymentStatus]: S };
registerEnumType(PaymentStatusEnum, {
  name: 'OrderPaymentStatus',
  description: 'How far the payment of an order is.',
  valuesConfig: { OPEN: { description: 'Nothing has been charged.' }, VOID: { description: 'The order was canceled: nothing will be charged.' } },
});

@ObjectType('OrderPayment', { simpleResolvers: true, description: 'How an order is paid. With what exactly, only whoever pays and the seller see.' })
export class OrderPaymentType implements PaymentMask {
  @Field(() => String, { description: 'INVOICE, CASH, CHECK or CARD.' })
  type: string;
  @Field(() => MoneyType, { nullable: true, description: 'What is to be paid; null for who may not see net prices.' })
  amount: Money | null;
  @Field(() => PaymentStatusEnum, { description: 'How far it is.' })
  status: PaymentStatus;
  @Field(() => String, { nullable: true, description: 'What the payer calls the method of their payment book; null for others than the payer and the seller.' })
  label: string | null;
  @Field(() => String, { nullable: true, description: 'The brand of the card; null for others than the payer and the seller.' })
  brand: string | null;
  @Field(() => String, { nullable: true, description: 'The last four digits of the card; null for others than the payer and the seller.' })
  last4: string | null;
  @Field(() => String, { nullable: true, description: 'The last month in which the card pays; null for others than the payer and the seller.' })
  expires: string | null;
}
