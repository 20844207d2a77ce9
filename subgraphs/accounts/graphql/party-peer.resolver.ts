import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { AccountsContext } from '../context.ts';
import { PRIMARY_USAGES } from '../domain/primary-usage.ts';
import type { KnownContact, KnownCustomer } from '../domain/party.ts';
import { findDefaultAddress } from '../use-cases/find-default-address.ts';
import { loadCustomers } from '../use-cases/load-parties.ts';
import { AddressOfAccountType } from './peer.resolver.ts';

@Directive('@inaccessible')
@ObjectType('CustomerOfAccount', { simpleResolvers: true, description: 'For peers: a customer that an account is related to.' })
class CustomerOfAccountType implements KnownCustomer {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) number: string | null;
}

@Directive('@inaccessible')
@ObjectType('ContactOfAccount', { simpleResolvers: true, description: 'For peers: a contact of an account or of a customer of it.' })
class ContactOfAccountType implements Omit<KnownContact, 'accountId'> {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true }) customerId: string | null;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
}

@Directive('@inaccessible')
@ObjectType('DefaultAddresses', { simpleResolvers: true, description: 'For peers: the primary addresses of a contact, else of their customer or account; null where there are none.' })
class DefaultAddressesType {
  @Field(() => AddressOfAccountType, { nullable: true }) shipTo: AddressOfAccountType | null;
  @Field(() => AddressOfAccountType, { nullable: true }) billTo: AddressOfAccountType | null;
}

/** What only other subgraphs may ask; no client can reach it. */
@Resolver()
export class PartyPeerResolver {
  @Directive('@inaccessible')
  @Query(() => [CustomerOfAccountType], { description: 'For peers: those of the customers that the account is related to.' })
  customersOf(@Arg('accountId', () => ID) accountId: string, @Arg('ids', () => [ID]) ids: string[], @Ctx() { db }: AccountsContext): Promise<KnownCustomer[]> {
    return loadCustomers(db.sql, accountId, ids);
  }

  @Directive('@inaccessible')
  @Query(() => [ContactOfAccountType], { description: 'For peers: those of the contacts that the account or a customer of it has.' })
  async contactsOf(@Arg('accountId', () => ID) accountId: string, @Arg('ids', () => [ID]) ids: string[], @Ctx() { loaders }: AccountsContext): Promise<KnownContact[]> {
    const contacts = await Promise.all(ids.map((id) => loaders.contactById.load(id)));
    return contacts.flatMap((contact) => (contact?.accountId === accountId ? [contact] : []));
  }

  @Directive('@inaccessible')
  @Query(() => DefaultAddressesType, { description: 'For peers: the addresses to offer first for a contact of a customer or of the account itself.' })
  async defaultAddresses(
    @Arg('accountId', () => ID) accountId: string,
    @Arg('customerId', () => ID, { nullable: true }) customerId: string | null,
    @Arg('contactId', () => ID, { nullable: true }) contactId: string | null,
    @Ctx() { db }: AccountsContext,
  ): Promise<DefaultAddressesType> {
    const holder = { customerId: customerId ?? null, contactId: contactId ?? null };
    const [shipTo = null, billTo = null] = await Promise.all(PRIMARY_USAGES.map((usage) => findDefaultAddress(db.sql, accountId, usage, holder)));
    return { shipTo, billTo };
  }
}
