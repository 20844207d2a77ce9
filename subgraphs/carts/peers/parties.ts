import type { AskPeer } from '#kernel/peers.ts';
import type { NamedParties } from '../domain/apply-actions.ts';
import type { MyAddresses } from '../domain/name-parties.ts';
import type { KnownAddress, KnownParties } from '../domain/settle-party.ts';

const PARTIES = /* GraphQL */ `
  query PartiesOf($accountId: ID!, $customers: [ID!]!, $contacts: [ID!]!, $addresses: [ID!]!) {
    customersOf(accountId: $accountId, ids: $customers) { id }
    contactsOf(accountId: $accountId, ids: $contacts) { id customerId }
    addressesOf(accountId: $accountId, ids: $addresses) { id country customerId contactId }
  }
`;

interface Answer {
  readonly customersOf: readonly { readonly id: string }[];
  readonly contactsOf: readonly { readonly id: string; readonly customerId: string | null }[];
  readonly addressesOf: readonly (KnownAddress & { readonly id: string })[];
}

/** Those of them that the account has. Nothing is asked about nobody. */
export async function askParties(ask: AskPeer, accountId: string, named: NamedParties): Promise<KnownParties> {
  if (named.customers.length + named.contacts.length + named.addresses.length === 0) return NOBODY;
  const { customersOf, contactsOf, addressesOf } = await ask<Answer>({ subgraph: 'accounts', query: PARTIES, variables: { accountId, ...named } });
  return {
    customers: new Set(customersOf.map(({ id }) => id)),
    contacts: new Map(contactsOf.map(({ id, customerId }) => [id, customerId])),
    addresses: new Map(addressesOf.map(({ id, country, customerId, contactId }) => [id, { country, customerId, contactId }])),
  };
}

const NOBODY: KnownParties = { customers: new Set(), contacts: new Map(), addresses: new Map() };

/** The countries of those of the addresses that somebody of the account may name for themselves, by id. */
export async function askCountries(ask: AskPeer, { id, accountId }: { readonly id: string; readonly accountId: string }, addresses: readonly string[]): Promise<Map<string, string>> {
  const known = await askParties(ask, accountId, { customers: [], contacts: [], addresses });
  return new Map([...known.addresses].filter(([, { customerId, contactId }]) => customerId === null && (contactId === null || contactId === id)).map(([addressId, { country }]) => [addressId, country]));
}

const DEFAULTS = /* GraphQL */ `
  query DefaultAddresses($accountId: ID!, $customerId: ID, $contactId: ID) {
    defaultAddresses(accountId: $accountId, customerId: $customerId, contactId: $contactId) {
      shipTo { id country }
      billTo { id country }
    }
  }
`;

/** Where things go first: the primary addresses of the contact, else of the customer or the account itself. [CHK-10] */
export async function askDefaultAddresses(ask: AskPeer, accountId: string, of: { readonly customerId?: string | null; readonly contactId?: string | null }): Promise<MyAddresses> {
  const { defaultAddresses } = await ask<{ defaultAddresses: MyAddresses }>({ subgraph: 'accounts', query: DEFAULTS, variables: { accountId, ...of } });
  return defaultAddresses;
}
