import type { AskPeer } from '#kernel/peers.ts';
import type { ReturnAddress, ReturnContact } from '../domain/return-address.ts';

/** An address of the account, and whose it is: of a customer, or null the account's own. */
export interface BookedAddress extends ReturnAddress {
  readonly customerId: string | null;
}

/** Somebody of the account to ask, or of a customer of it. */
export interface BookedContact extends ReturnContact {
  readonly customerId: string | null;
}

const ADDRESS = 'id customerId recipient line1 line2 postalCode city country';

const DEFAULTS = /* GraphQL */ `
  query ReturnDefaults($accountId: ID!, $contactId: ID) {
    defaultAddresses(accountId: $accountId, contactId: $contactId) { shipTo { ${ADDRESS} } billTo { ${ADDRESS} } }
    addresses(first: 1) { nodes { id recipient line1 line2 postalCode city country } }
  }
`;

const KNOWN = /* GraphQL */ `
  query KnownParties($accountId: ID!, $addressIds: [ID!]!, $contactIds: [ID!]!) {
    addressesOf(accountId: $accountId, ids: $addressIds) { ${ADDRESS} }
    contactsOf(accountId: $accountId, ids: $contactIds) { id customerId name email phone }
  }
`;

export interface DefaultAddresses {
  readonly shipTo: ReturnAddress | null;
  readonly billTo: ReturnAddress | null;
  /** The first in the account's own address book. */
  readonly first: ReturnAddress | null;
}

const placeOf = ({ id, recipient, line1, line2, postalCode, city, country }: ReturnAddress): ReturnAddress => ({ id, recipient, line1, line2, postalCode, city, country });
const placeOrNull = (address: ReturnAddress | null | undefined): ReturnAddress | null => (address == null ? null : placeOf(address));

/** The addresses to begin with for the viewer, who is the contact. */
export async function askDefaultAddresses(ask: AskPeer, accountId: string, contactId: string): Promise<DefaultAddresses> {
  const { defaultAddresses, addresses } = await ask<{ defaultAddresses: { shipTo: BookedAddress | null; billTo: BookedAddress | null }; addresses: { nodes: ReturnAddress[] } }>({
    subgraph: 'accounts',
    query: DEFAULTS,
    variables: { accountId, contactId },
  });
  return { shipTo: placeOrNull(defaultAddresses.shipTo), billTo: placeOrNull(defaultAddresses.billTo), first: placeOrNull(addresses.nodes[0]) };
}

export interface KnownBook {
  readonly addresses: ReadonlyMap<string, BookedAddress>;
  readonly contacts: ReadonlyMap<string, BookedContact>;
}

/** Those of the addresses and contacts that the account has now. */
export async function askBook(ask: AskPeer, accountId: string, addressIds: readonly string[], contactIds: readonly string[]): Promise<KnownBook> {
  const variables = { accountId, addressIds: [...new Set(addressIds)], contactIds: [...new Set(contactIds)] };
  const { addressesOf, contactsOf } = await ask<{ addressesOf: BookedAddress[]; contactsOf: BookedContact[] }>({ subgraph: 'accounts', query: KNOWN, variables });
  return { addresses: new Map(addressesOf.map((each) => [each.id, each])), contacts: new Map(contactsOf.map((each) => [each.id, each])) };
}

const SELLERS = /* GraphQL */ `
  query SellersInRole($role: String!) {
    sellersInRole(role: $role) { id }
  }
`;

/** Everybody of the seller who holds a role now. [RET-37] */
export async function askSellersInRole(ask: AskPeer, role: string): Promise<{ readonly id: string }[]> {
  const { sellersInRole } = await ask<{ sellersInRole: { id: string }[] }>({ subgraph: 'accounts', query: SELLERS, variables: { role } });
  return sellersInRole;
}
