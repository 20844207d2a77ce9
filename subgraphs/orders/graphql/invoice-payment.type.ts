import { Field, ID, ObjectType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import type { InvoicePayment } from '../entities/invoice-payment.ts';
import { InvoiceType } from './invoice.type.ts';

@ObjectType('InvoicePayment', { simpleResolvers: true, description: 'What was paid towards an invoice: captured from a card, or come in otherwise.' })
export class InvoicePaymentType implements Pick<InvoicePayment, 'id' | 'kind' | 'reference' | 'paidAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'How: CARD, CHECK, TRANSFER, CASH and the like.' })
  kind: string;
  @Field(() => String, { nullable: true, description: 'The number of the check or transfer.' })
  reference: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When it was taken, or told of.' })
  paidAt: Date;
  @Field(() => MoneyType, { nullable: true, description: 'How much of it; null for who may not see net prices.' })
  amount: Money | null;
  @Field(() => InvoiceType, { description: 'The invoice.' })
  invoice: InvoiceType;
  /** Resolved to the payment. */
  paymentId?: string | null;
}
