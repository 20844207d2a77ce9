import { refuse } from '#kernel/errors.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { AddressHolder, ChosenAddresses, OrderAddress } from '../domain/order-addresses.ts';
import type { OrderContact, OrderCustomer, People } from '../domain/order-parties.ts';
import { isPaymentType, paidBy, type PaymentToUse, type WantedPayment } from '../domain/order-payment.ts';

const MAY_BUY = /* GraphQL */ `
  query AccountMayBuy($accountId: ID!) {
    accountMayBuy(accountId: $accountId)
  }
`;

/** An organisation that registered itself buys nothing before the seller has approved it. Asked each time: a token is older than an approval. [EXT-02] */
export async function refuseUnapproved(ask: AskPeer, { kind, accountId }: Viewer): Promise<void> {
  if (kind !== 'BUYER') return; // only organisations wait for approval
  const { accountMayBuy } = await ask<{ accountMayBuy: boolean }>({ subgraph: 'accounts', query: MAY_BUY, variables: { accountId } });
  if (!accountMayBuy) throw refuse('ACCOUNT_NOT_APPROVED', 'Your organisation is not approved yet. Your cart is kept.', { accountId });
}

const PARTIES = /* GraphQL */ `
  query PartiesToOrder($accountId: ID!, $kept: [ID!]!, $named: [ID!]!, $customers: [ID!]!, $contacts: [ID!]!) {
    kept: addressesOf(accountId: $accountId, ids: $kept, deletedToo: true) { ...Whole }
    named: addressesOf(accountId: $accountId, ids: $named) { ...Whole }
    customersOf(accountId: $accountId, ids: $customers) { id name number }
    contactsOf(accountId: $accountId, ids: $contacts) { id name email phone }
  }
  fragment Whole on AddressOfAccount { id customerId contactId recipient line1 line2 postalCode city country }
`;

interface Wanted extends Pick<ChosenAddresses, 'kept' | 'named'> {
  readonly customers: readonly string[];
  readonly contacts: readonly string[];
}

type KnownAddress = OrderAddress & AddressHolder;

interface Answer {
  readonly kept: readonly KnownAddress[];
  readonly named: readonly KnownAddress[];
  readonly customersOf: readonly OrderCustomer[];
  readonly contactsOf: readonly OrderContact[];
}

export interface FoundParties {
  readonly addresses: ReadonlyMap<string, OrderAddress>;
  readonly holders: ReadonlyMap<string, AddressHolder>;
  readonly people: People;
}

/** Addresses, customers and contacts as they are now, by id; nothing is ordered without one of them. */
export async function findParties(ask: AskPeer, accountId: string, { kept, named, customers, contacts }: Wanted): Promise<FoundParties> {
  if (kept.length + named.length + customers.length + contacts.length === 0) return NOBODY;
  const found = await ask<Answer>({ subgraph: 'accounts', query: PARTIES, variables: { accountId, kept, named, customers, contacts } });
  const known = [...found.kept, ...found.named];
  const people = { customers: byId(found.customersOf), contacts: byId(found.contactsOf) };
  const addresses = byId(known.map(({ customerId: _customer, contactId: _contact, ...address }): OrderAddress => address));
  const lacks = (ids: readonly string[], present: ReadonlyMap<string, unknown>): string | undefined => ids.find((id) => !present.has(id));
  const addressId = lacks([...kept, ...named], addresses);
  if (addressId !== undefined) throw refuse('NOT_FOUND', 'The account has no such address.', { addressId });
  const customerId = lacks(customers, people.customers);
  if (customerId !== undefined) throw refuse('NOT_FOUND', 'The account has no such customer.', { customerId });
  const contactId = lacks(contacts, people.contacts);
  if (contactId !== undefined) throw refuse('NOT_FOUND', 'The account has no such contact.', { contactId });
  return { addresses, holders: byId(known), people };
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]));
const NOBODY: FoundParties = { addresses: new Map(), holders: new Map(), people: { customers: new Map(), contacts: new Map() } };

const METHOD = /* GraphQL */ `
  query PaymentMethodToUse($id: ID!) {
    paymentMethodToUse(id: $id) { id type label brand last4 expires token }
  }
`;

/** What the buyer at hand pays with: of their own payment book, whoever owns the cart. [SHARE-31] */
export async function findPayment(ask: AskPeer, wanted: WantedPayment | null | undefined): Promise<PaymentToUse | null> {
  if (!wanted) return null;
  const { kind, paymentMethodId } = wanted;
  if (kind != null && isPaymentType(kind)) return paidBy(kind);
  const { paymentMethodToUse } = await ask<{ paymentMethodToUse: Omit<PaymentToUse, 'methodId'> & { id: string } }>({ subgraph: 'accounts', query: METHOD, variables: { id: paymentMethodId } });
  const { id: methodId, ...method } = paymentMethodToUse;
  return { ...method, methodId };
}

const TIME_ZONE = /* GraphQL */ `
  query TimeZoneOfAccount($accountId: ID!) {
    timeZoneOfAccount(accountId: $accountId)
  }
`;

/** The time zone of an account; null when it has none of its own. */
export async function askTimeZone(ask: AskPeer, accountId: string): Promise<string | null> {
  const { timeZoneOfAccount } = await ask<{ timeZoneOfAccount?: string | null }>({ subgraph: 'accounts', query: TIME_ZONE, variables: { accountId } });
  return timeZoneOfAccount ?? null;
}
