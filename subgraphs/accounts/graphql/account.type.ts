import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ACCOUNT_STATUSES, type AccountStatus } from '../domain/account-lifecycle.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { Account } from '../entities/account.ts';
import type { Address } from '../entities/address.ts';

/** type-graphql wants an object for an enum; the union of literals stays the type. */
export const AccountStatusEnum = Object.fromEntries(ACCOUNT_STATUSES.map((status) => [status, status])) as { [S in AccountStatus]: S };
registerEnumType(AccountStatusEnum, { name: 'AccountStatus', description: 'Whether an account may buy: PENDING waits for approval, REJECTED did not get it, MERGED became another account.' });

@Directive('@key(fields: "id")')
@ObjectType('Account', { simpleResolvers: true, description: 'A buyer organisation, a private person or a guest: whose data it is.' })
export class AccountType implements Pick<Account, 'id' | 'name' | 'timeZone'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The IANA time zone by whose clocks its days end; null means that of the deployment.' })
  timeZone: string | null | undefined;
}

@Directive('@key(fields: "id")')
@ObjectType('Address', { simpleResolvers: true, description: "An entry of an account's address book." })
export class AddressType implements Omit<Address, 'accountId' | 'customerId' | 'contactId'> {
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
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken out of the address book; null while it is in it. What has it already goes on with it.' })
  deletedAt: Date | null | undefined;
}
