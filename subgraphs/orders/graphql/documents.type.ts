import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, MoneyType } from '#kernel/shared-types.ts';
import type { Money } from '#kernel/money.ts';

/** What follows an order. Nothing makes them yet: the lists of an order are empty. */

@ObjectType('Shipment', { simpleResolvers: true, description: 'A parcel of an order that left the seller.' })
export class ShipmentType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people.' })
  number: string;
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;
}

@ObjectType('Invoice', { simpleResolvers: true, description: 'What the seller billed for an order.' })
export class InvoiceType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people.' })
  number: string;
  @Field(() => MoneyType, { description: 'The amount billed.' })
  amount: Money;
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;
}

@ObjectType('Payment', { simpleResolvers: true, description: 'What the buyer paid for an order.' })
export class PaymentType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people.' })
  number: string;
  @Field(() => MoneyType, { description: 'The amount paid.' })
  amount: Money;
  @Field(() => DateTimeScalar, { description: 'When it came in.' })
  createdAt: Date;
}
