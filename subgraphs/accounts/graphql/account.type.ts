import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Account } from '../entities/account.ts';
import type { Address } from '../entities/address.ts';

@Directive('@key(fields: "id")')
@ObjectType('Account', { simpleResolvers: true, description: 'A buyer organisation, a private person or a guest: whose data it is.' })
export class AccountType implements Pick<Account, 'id' | 'name'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
}

@ObjectType('Address', { simpleResolvers: true, description: "An entry of an account's address book." })
export class AddressType implements Omit<Address, 'accountId'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'Who receives there.' })
  recipient: string;
  @Field(() => String, { description: 'Street and number.' })
  line1: string;
  @Field(() => String, { nullable: true, description: 'More of the street address.' })
  line2: string | null | undefined;
  @Field(() => String, { description: 'Postal code.' })
  postalCode: string;
  @Field(() => String, { description: 'Town.' })
  city: string;
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 country code.' })
  country: string;
}
