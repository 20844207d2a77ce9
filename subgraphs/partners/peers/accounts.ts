import { refuse } from '#kernel/errors.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { SentAddress, SentCustomer } from '../domain/customer.ts';

const CUSTOMER = /* GraphQL */ `
  query CustomerToTransfer($userId: ID!) {
    customerToTransfer(userId: $userId) { accountId accountKind accountName country contactId contactName contactEmail }
  }
`;

const ADDRESSES = /* GraphQL */ `
  query AddressesToTransfer($accountId: ID!, $ids: [ID!]!) {
    addressesOf(accountId: $accountId, ids: $ids, deletedToo: true) { id recipient line1 line2 postalCode city country }
  }
`;

interface Customer {
  readonly accountId: string;
  readonly accountKind: string;
  readonly accountName: string;
  readonly country?: string | null;
  readonly contactId: string;
  readonly contactName?: string | null;
  readonly contactEmail?: string | null;
}

interface Named {
  readonly ownerId: string;
  readonly shipToAddressId: string | null;
  readonly billToAddressId: string | null;
}

/** As the protocol has them; a longer one would not be let in. */
const MOST_NAME = 200;
const MOST_CONTACT = 100;

/** Who a partner delivers to and bills, as the address book has them now. */
export async function askCustomer(ask: AskPeer, { ownerId, shipToAddressId, billToAddressId }: Named): Promise<SentCustomer> {
  const { customerToTransfer: customer } = await ask<{ customerToTransfer?: Customer | null }>({ subgraph: 'accounts', query: CUSTOMER, variables: { userId: ownerId } });
  if (!customer) throw refuse('NOT_FOUND', 'The owner of the cart is nobody the viewer knows.', {});
  const { accountId, accountName, country, contactId, contactName, contactEmail } = customer;
  const ids = [shipToAddressId, billToAddressId].filter((id) => id !== null);
  const { addressesOf } = ids.length === 0 ? { addressesOf: [] } : await ask<{ addressesOf: readonly SentAddress[] }>({ subgraph: 'accounts', query: ADDRESSES, variables: { accountId, ids } });
  const at = (id: string | null): SentAddress | null => addressesOf.find((address) => address.id === id) ?? null;
  return {
    account: { id: accountId, name: accountName.slice(0, MOST_NAME), kind: customer.accountKind === 'INDIVIDUAL' ? 'INDIVIDUAL' : 'ORGANISATION', country: country ?? null },
    contact: { id: contactId, name: (contactName ?? accountName).slice(0, MOST_CONTACT), email: contactEmail ?? null },
    shipTo: at(shipToAddressId),
    billTo: at(billToAddressId),
  };
}

const RECEIVE = /* GraphQL */ `
  mutation ReceiveParties($input: ReceivedPartiesInput!) {
    receiveParties(input: $input)
  }
`;

export interface PartiesToReceive {
  readonly accountId: string;
  readonly organisation: boolean;
  readonly name: string;
  readonly number: string;
  readonly country: string | null;
  readonly contact: { readonly userId: string; readonly contactId: string; readonly name: string; readonly email: string | null; readonly phone: string | null };
  readonly addresses: readonly SentAddress[];
}

/** Makes a customer of another shop one of ours, or brings them up to date. The same may be asked again. */
export async function receiveParties(ask: AskPeer, input: PartiesToReceive): Promise<void> {
  await ask({ subgraph: 'accounts', query: RECEIVE, variables: { input } });
}
