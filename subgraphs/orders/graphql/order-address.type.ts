import { Field, ID, ObjectType } from 'type-graphql';
import type { OrderAddress } from '../domain/order-addresses.ts';
import type { LineShipping } from '../entities/order-line.ts';

@ObjectType('OrderAddress', { simpleResolvers: true, description: 'An address as it was when the order was placed; later changes of the address book do not touch it.' })
export class OrderAddressType implements OrderAddress {
  @Field(() => ID, { description: 'The address in the address book it was taken from.' })
  id: string;
  @Field(() => String, { description: 'Who receives there.' })
  recipient: string;
  @Field(() => String, { description: 'Street and number.' })
  line1: string;
  @Field(() => String, { nullable: true, description: 'More of the street address.' })
  line2: string | null;
  @Field(() => String, { description: 'Postal code.' })
  postalCode: string;
  @Field(() => String, { description: 'Town.' })
  city: string;
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 country code.' })
  country: string;
}

@ObjectType('OrderLineShipping', { simpleResolvers: true, description: 'What the shipping of an order line differs in from that of the order; null is as for the order.' })
export class OrderLineShippingType implements LineShipping {
  @Field(() => OrderAddressType, { nullable: true, description: 'Where it goes.' })
  shipTo: OrderAddress | null;
  @Field(() => String, { nullable: true, description: 'The code of the way to ship.' })
  shippingMethod: string | null;
  @Field(() => String, { nullable: true, description: 'A word to who brings it.' })
  instructions: string | null;
  @Field(() => String, { nullable: true, description: 'The day it is wished for, such as 2030-05-03.' })
  requestedOn: string | null;
}
