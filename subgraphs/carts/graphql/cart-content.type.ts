import { Field, ID, ObjectType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import type { CartPayment } from '../domain/cart-payment.ts';
import type { FieldDefinition } from '../domain/extra-fields.ts';
import { ForeignAddress, ForeignContact, ForeignCustomer } from './foreign-types.ts';

@ObjectType('CartFieldDefinition', { simpleResolvers: true, description: 'Additional information that carts or their lines carry in this deployment.' })
export class CartFieldDefinitionType implements Pick<FieldDefinition, 'name' | 'level' | 'type' | 'label' | 'required'> {
  @Field(() => String, { description: 'Its name, unique at its level.' })
  name: string;
  @Field(() => String, { description: 'Whether the cart or each line has it: cart or line.' })
  level: FieldDefinition['level'];
  @Field(() => String, { description: 'What it takes: text, integer, decimal, date, boolean or choice.' })
  type: FieldDefinition['type'];
  @Field(() => String, { description: 'What people read beside it.' })
  label: string;
  @Field(() => Boolean, { description: 'Whether an order needs it.' })
  required: boolean;
  @Field(() => [String], { nullable: true, description: 'What a choice may be; null for other types.' })
  choices?: readonly string[];
}

@ObjectType('LineShipping', { simpleResolvers: true, description: 'What the shipping of a line differs in from that of the cart; null is as for the cart.' })
export class LineShippingType {
  @Field(() => ForeignCustomer, { nullable: true, description: 'To which customer, where the line has an address of its own; null for the organisation itself.' })
  customer: ForeignCustomer | null;
  @Field(() => ForeignContact, { nullable: true, description: 'To whom there, where the line has an address of its own.' })
  contact: ForeignContact | null;
  @Field(() => ForeignAddress, { nullable: true, description: 'Where it goes.' })
  shipTo: ForeignAddress | null;
  @Field(() => String, { nullable: true, description: 'The code of the way to ship.' })
  shippingMethod: string | null;
  @Field(() => String, { nullable: true, description: 'A word to who brings it.' })
  instructions: string | null;
  @Field(() => String, { nullable: true, description: 'The day it is wished for.' })
  requestedOn: string | null;
}

@ObjectType('CartPayment', { simpleResolvers: true, description: 'How a cart shall be paid. With what exactly, only whoever pays sees.' })
export class CartPaymentType implements Omit<CartPayment, 'payerId'> {
  @Field(() => String, { description: 'One of paymentTypes, such as INVOICE.' })
  type: string;
  @Field(() => ID, { nullable: true, description: "The method of the payer's own payment book; null for others." })
  methodId: string | null;
  @Field(() => String, { nullable: true, description: 'What the payer calls it; null for others.' })
  label: string | null;
  @Field(() => String, { nullable: true, description: 'The brand of the card; null for others than the payer.' })
  brand: string | null;
  @Field(() => String, { nullable: true, description: 'The last four digits of the card; null for others than the payer.' })
  last4: string | null;
  @Field(() => String, { nullable: true, description: 'The last month in which the card pays; null for others than the payer.' })
  expires: string | null;
  @Field(() => String, { nullable: true, description: 'The number of the check; null for others than the payer.' })
  checkNumber: string | null;
}

@ObjectType('CartShipment', { simpleResolvers: true, description: 'Lines that travel together, and what that costs; the charges add up to the shipping total.' })
export class CartShipmentType {
  @Field(() => String, { description: 'The code of the way to ship.' })
  shippingMethod: string;
  @Field(() => String, { nullable: true, description: 'Its name for people.' })
  name: string | null;
  @Field(() => ID, { nullable: true, description: 'The address of lines that go elsewhere than the cart; null for its own.' })
  addressId: string | null;
  @Field(() => MoneyType, { description: 'What it costs, before tax.' })
  charge: Money;
  @Field(() => String, { nullable: true, description: 'Why it cannot be shipped so: UNKNOWN_METHOD, NOT_SERVED or EXCHANGE_RATE_NOT_FOUND; null when it can.' })
  problem: string | null;
}
