import { Field, InputType } from 'type-graphql';
import type { AddressWish } from '../domain/read-address.ts';

@InputType('AddressInput', { description: 'An address as a whole; what is left out is nothing.' })
export class AddressInput implements AddressWish {
  @Field(() => String, { nullable: true, description: 'Who receives there; the contact or the customer it is of, when left out.' })
  recipient?: string | null;
  @Field(() => String, { description: 'Street and number.' })
  line1: string;
  @Field(() => String, { nullable: true, description: 'More of the street address.' })
  line2?: string | null;
  @Field(() => String, { description: 'Postal code.' })
  postalCode: string;
  @Field(() => String, { description: 'Town.' })
  city: string;
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 country code.' })
  country: string;
}
