import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import { PartyUsageEnum } from '#kernel/party-usage-enum.ts';
import type { PartyUsage } from '#kernel/party-usage.ts';
import type { PartyRights } from '../domain/party-rights.ts';
import type { KnownContact, KnownCustomer } from '../domain/party.ts';
import type { PrimaryUsage } from '../domain/primary-usage.ts';
import type { AccountSiteUse } from '../entities/account-site-use.ts';
import { AddressType } from './account.type.ts';
import { PrimaryUsageEnum } from './party.inputs.ts';

@Directive('@key(fields: "id")')
@ObjectType('Customer', { simpleResolvers: true, description: 'A company that an organisation ships to, has billed or buys for; seen by who is related to it, each with contacts and addresses of their own.' })
export class CustomerType implements KnownCustomer {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: "What the viewer's organisation calls it by in its own books." })
  number: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Contact', { simpleResolvers: true, description: 'A person to deliver to, to bill or to ask: of a customer, or of the organisation itself, whose own people are among its contacts.' })
export class ContactType implements Omit<KnownContact, 'accountId' | 'customerId'> {
  @Field(() => ID, { description: 'Opaque id; that of the user, for somebody who can sign in.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The e-mail address.' })
  email: string | null;
  @Field(() => String, { nullable: true, description: 'The telephone number.' })
  phone: string | null;
}

@ObjectType('AccountSiteUse', { simpleResolvers: true, description: "How the seller's books know a place that was ordered to or billed; made by the first order." })
export class AccountSiteUseType implements Pick<AccountSiteUse, 'usage' | 'number' | 'location'> {
  @Field(() => PrimaryUsageEnum, { description: 'For what.' })
  usage: PrimaryUsage;
  @Field(() => Int, { description: 'Counts within the account.' })
  number: number;
  @Field(() => String, { description: 'Its code: the number, or such as "SHIP_TO-LEEDS-1", as the deployment says.' })
  location: string;
}

@ObjectType('PartyRights', { simpleResolvers: true, description: 'What the viewer may do for one usage while checking out; private people have no customers and no contacts.' })
export class PartyRightsType implements PartyRights {
  @Field(() => PartyUsageEnum, { description: 'For which usage.' })
  usage: PartyUsage;
  @Field(() => Boolean, { description: 'Whether another customer may be named.' })
  changeCustomer: boolean;
  @Field(() => Boolean, { description: 'Whether another contact may be named.' })
  changeContact: boolean;
  @Field(() => Boolean, { description: 'Whether another address may be chosen.' })
  changeAddress: boolean;
  @Field(() => Boolean, { description: 'Whether a customer may be made.' })
  createCustomer: boolean;
  @Field(() => Boolean, { description: 'Whether a contact may be made.' })
  createContact: boolean;
  @Field(() => Boolean, { description: 'Whether an address of a customer, or of the organisation itself, may be made.' })
  createCustomerAddress: boolean;
  @Field(() => Boolean, { description: 'Whether an address of one contact may be made, also together with the contact.' })
  createContactAddress: boolean;
  @Field(() => Boolean, { description: 'Whether "my company" is offered: the organisation itself, the viewer as its contact, and their primary address.' })
  useMyCompany: boolean;
}

export const CustomerConnectionType = connectionType<CustomerType>('Customer', CustomerType);
export const ContactConnectionType = connectionType<ContactType>('Contact', ContactType);
export const AddressConnectionType = connectionType<AddressType>('Address', AddressType);
