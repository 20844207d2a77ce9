import { Field, ID, ObjectType } from 'type-graphql';
import type { ReturnAddress, ReturnContact } from '../domain/return-address.ts';

@ObjectType('ReturnAddress', { simpleResolvers: true, description: 'An address as it was when the return named it.' })
export class ReturnAddressType implements ReturnAddress {
  @Field(() => ID, { description: 'The address in the address book it was taken from.' })
  id: string;
  @Field(() => String, { description: 'Who is there.' })
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

@ObjectType('ReturnContact', { simpleResolvers: true, description: 'Somebody to ask about a return, as known when it named them.' })
export class ReturnContactType implements ReturnContact {
  @Field(() => ID, { description: 'The contact.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The e-mail address.' })
  email: string | null;
  @Field(() => String, { nullable: true, description: 'The telephone number.' })
  phone: string | null;
}
