import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { PAYMENT_TYPES, type PaymentMethodWish, type PaymentType } from '../domain/read-payment-method.ts';
import type { PaymentMethod } from '../entities/payment-method.ts';

/** type-graphql wants an object for an enum; the union of literals stays the type. */
const PaymentTypeEnum = Object.fromEntries(PAYMENT_TYPES.map((type) => [type, type])) as { [T in PaymentType]: T };
registerEnumType(PaymentTypeEnum, {
  name: 'PaymentMethodType',
  description: 'How somebody pays.',
  valuesConfig: {
    INVOICE: { description: 'On an invoice.' },
    CASH: { description: 'In cash.' },
    CHECK: { description: 'With a check.' },
    CARD: { description: 'With a card that a payment service keeps.' },
  },
});

@ObjectType('PaymentMethod', { simpleResolvers: true, description: "A way to pay, of one person's own payment book." })
export class PaymentMethodType implements Pick<PaymentMethod, 'id' | 'type' | 'label' | 'brand' | 'last4' | 'expires' | 'token'> {
  @Field(() => ID, { description: 'Opaque id; what placeOrder takes.' })
  id: string;
  @Field(() => PaymentTypeEnum, { description: 'How it pays.' })
  type: PaymentType;
  @Field(() => String, { nullable: true, description: 'What its owner calls it.' })
  label: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The brand of a card.' })
  brand: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The last four digits of a card.' })
  last4: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The last month in which a card pays, such as 2030-05.' })
  expires: string | null | undefined;
  @Directive('@inaccessible')
  @Field(() => String, { nullable: true, description: 'For peers: what the payment service calls a card.' })
  token: string | null | undefined;
}

@InputType('PaymentMethodInput', { description: 'A way to pay. Never send the number of a card: text that looks like one is refused.' })
export class PaymentMethodInput implements PaymentMethodWish {
  @Field(() => PaymentTypeEnum, { description: 'How it pays.' })
  type: PaymentType;
  @Field(() => String, { nullable: true, description: 'What its owner calls it; at most 60 characters.' })
  label?: string | null;
  @Field(() => String, { nullable: true, description: 'What the payment service calls the card; for cards. Never shown again.' })
  token?: string | null;
  @Field(() => String, { nullable: true, description: 'The brand of the card, in letters; for cards.' })
  brand?: string | null;
  @Field(() => String, { nullable: true, description: 'The last four digits; for cards.' })
  last4?: string | null;
  @Field(() => String, { nullable: true, description: 'The last month in which the card pays, such as 2030-05; for cards.' })
  expires?: string | null;
}
