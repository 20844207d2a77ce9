import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PartyUsageEnum } from '#kernel/party-usage-enum.ts';
import { PARTY_USAGES, type PartyUsage } from '#kernel/party-usage.ts';
import type { Connection } from '#kernel/paging.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';
import { rightsFor, type PartyRights } from '../domain/party-rights.ts';
import type { KnownContact, KnownCustomer } from '../domain/party.ts';
import type { AccountSiteUse } from '../entities/account-site-use.ts';
import type { Address } from '../entities/address.ts';
import { createContact } from '../use-cases/create-contact.ts';
import { createCustomer } from '../use-cases/create-customer.ts';
import { findContacts } from '../use-cases/find-contacts.ts';
import { findCustomers } from '../use-cases/find-customers.ts';
import { relateCustomer } from '../use-cases/relate-customer.ts';
import { listAddresses } from '../use-cases/list-addresses.ts';
import { AddressType } from './account.type.ts';
import { AddressInput } from './address-book.inputs.ts';
import { AddressHolderInput, CustomerSearchInput, NewContactInput, NewCustomerInput } from './party.inputs.ts';
import { AccountSiteUseType, AddressConnectionType, ContactConnectionType, ContactType, CustomerConnectionType, CustomerType, PartyRightsType } from './party.type.ts';
import { ViewerType } from './viewer.type.ts';

const USAGE = { description: 'For what.' };
const FIRST = { nullable: true, defaultValue: 20, description: 'How many, at most 100.' };
const AFTER = { nullable: true, description: 'The cursor to go on from.' };
const KEY = { nullable: true, description: 'A repeat with the same key makes nothing.' };

/** Whom a business ships to, has billed and buys for. */
@Resolver()
export class PartyResolver {
  @Query(() => CustomerConnectionType, { description: "The customers that the viewer's organisation is related to, by name. Business buyers with CHANGE_SHIPTO_CUSTOMER, CHANGE_BILLTO_CUSTOMER or CHANGE_ENDCUSTOMER_CUSTOMER, by usage. Errors: FORBIDDEN, BAD_CURSOR." })
  customers(
    @Arg('usage', () => PartyUsageEnum, USAGE) usage: PartyUsage,
    @Arg('search', () => CustomerSearchInput, { nullable: true, description: 'Which; all when absent.' }) search: CustomerSearchInput | null,
    @Arg('first', () => Int, FIRST) first: number,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() context: AccountsContext,
  ): Promise<Connection<KnownCustomer>> {
    return findCustomers(context, usage, search ?? {}, { first, after });
  }

  @Query(() => ContactConnectionType, { description: "The contacts of a customer, or of the viewer's organisation itself, by name. Business buyers with CHANGE_SHIPTO_CONTACT, CHANGE_BILLTO_CONTACT or CHANGE_ENDCUSTOMER_CONTACT, by usage. Errors: FORBIDDEN, NOT_FOUND for customers of others, BAD_CURSOR." })
  contacts(
    @Arg('usage', () => PartyUsageEnum, USAGE) usage: PartyUsage,
    @Arg('customerId', () => ID, { nullable: true, description: 'The customer; absent means the organisation itself.' }) customerId: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name, e-mail address or telephone number; case does not matter.' }) search: string | null,
    @Arg('first', () => Int, FIRST) first: number,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() context: AccountsContext,
  ): Promise<Connection<KnownContact>> {
    return findContacts(context, usage, customerId ?? null, search, { first, after });
  }

  @Query(() => AddressConnectionType, { description: "The addresses to choose from: of a customer or of the viewer's account, with those of the contact named. Open to everybody for their own account. Errors: FORBIDDEN, NOT_FOUND for customers and contacts of others, BAD_CURSOR." })
  addresses(
    @Arg('of', () => AddressHolderInput, { nullable: true, description: 'Whose; the account itself when absent.' }) of: AddressHolderInput | null,
    @Arg('first', () => Int, FIRST) first: number,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() context: AccountsContext,
  ): Promise<Connection<Address>> {
    return listAddresses(context, of ?? {}, { first, after });
  }

  @Mutation(() => CustomerType, { description: "Makes a customer of the viewer's organisation, on wish with an address. Needs CREATE_SHIPTO_CUSTOMER, CREATE_BILLTO_CUSTOMER or CREATE_ENDCUSTOMER_CUSTOMER, by usage, and for the address CREATE_…_CUSTOMER_ADDRESS. Errors: FORBIDDEN, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED." })
  createCustomer(
    @Arg('usage', () => PartyUsageEnum, USAGE) usage: PartyUsage,
    @Arg('customer', () => NewCustomerInput, { description: 'Who it is.' }) customer: NewCustomerInput,
    @Arg('address', () => AddressInput, { nullable: true, description: 'An address of it.' }) address: AddressInput | null,
    @Arg('idempotencyKey', () => String, KEY) idempotencyKey: string | null,
    @Ctx() context: AccountsContext,
  ): Promise<KnownCustomer> {
    return createCustomer(context, { usage, customer, address, idempotencyKey });
  }

  @Mutation(() => CustomerType, { description: 'Lets an organisation choose a customer: one that there is, by id, or a new one, by name. Administrators only. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  relateCustomer(
    @Arg('accountId', () => ID, { description: 'The organisation.' }) accountId: string,
    @Arg('customerId', () => ID, { nullable: true, description: 'A customer that others know already.' }) customerId: string | null,
    @Arg('name', () => String, { nullable: true, description: 'The name of a new one.' }) name: string | null,
    @Arg('number', () => String, { nullable: true, description: 'What the organisation calls it by.' }) number: string | null,
    @Ctx() context: AccountsContext,
  ): Promise<KnownCustomer> {
    return relateCustomer(context, { accountId, customerId, name, number });
  }

  @Mutation(() => ContactType, { description: "Makes a contact of a customer, or of the viewer's organisation itself, on wish with an address of theirs alone. Needs CREATE_SHIPTO_CONTACT, CREATE_BILLTO_CONTACT or CREATE_ENDCUSTOMER_CONTACT, by usage, and for the address CREATE_…_CONTACT_ADDRESS. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED." })
  createContact(
    @Arg('usage', () => PartyUsageEnum, USAGE) usage: PartyUsage,
    @Arg('customerId', () => ID, { nullable: true, description: 'The customer they work for; absent means the organisation itself.' }) customerId: string | null,
    @Arg('contact', () => NewContactInput, { description: 'Who it is.' }) contact: NewContactInput,
    @Arg('address', () => AddressInput, { nullable: true, description: 'An address of theirs alone.' }) address: AddressInput | null,
    @Arg('idempotencyKey', () => String, KEY) idempotencyKey: string | null,
    @Ctx() context: AccountsContext,
  ): Promise<KnownContact> {
    return createContact(context, { usage, customerId, contact, address, idempotencyKey });
  }
}

@Resolver(() => ViewerType)
export class PartyRightsResolver {
  @FieldResolver(() => [PartyRightsType], { description: 'What the viewer may change and make while checking out, one entry a usage.' })
  partyRights(@Root() viewer: Viewer): PartyRights[] {
    return PARTY_USAGES.map((usage) => rightsFor(viewer, usage));
  }
}

@Resolver(() => ContactType)
export class ContactResolver {
  @FieldResolver(() => CustomerType, { nullable: true, description: 'The customer they work for; null for the organisation itself.' })
  async customer(@Root() { customerId }: KnownContact, @Ctx() { loaders }: AccountsContext): Promise<KnownCustomer | null> {
    return customerId === null ? null : ((await loaders.customerById.load(customerId)) ?? null);
  }
}

@Resolver(() => AddressType)
export class AddressResolver {
  @FieldResolver(() => [AccountSiteUseType], { description: "How the seller's books know it; empty before the first order." })
  siteUses(@Root() { id }: Address, @Ctx() { loaders }: AccountsContext): Promise<AccountSiteUse[]> {
    return loaders.siteUsesOfAddress.load(id);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'The customer it is of; null for the account itself.' })
  async customer(@Root() { customerId }: Address, @Ctx() { loaders }: AccountsContext): Promise<KnownCustomer | null> {
    return customerId == null ? null : ((await loaders.customerById.load(customerId)) ?? null);
  }

  @FieldResolver(() => ContactType, { nullable: true, description: 'Whose alone it is; null when it is not one contact\'s.' })
  async contact(@Root() { contactId }: Address, @Ctx() { loaders }: AccountsContext): Promise<KnownContact | null> {
    return contactId == null ? null : ((await loaders.contactById.load(contactId)) ?? null);
  }
}
