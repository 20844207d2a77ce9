import { refuse } from '#kernel/errors.ts';
import { permissionToChange, type Changed, type PartyUsage } from '#kernel/party-usage.ts';
import { isBusiness, may, type Viewer } from '#kernel/viewer.ts';
import type { Party } from './parties.ts';

export interface WantedParty {
  /** Left out: as it is; null: the organisation that buys. */
  readonly customerId?: string | null;
  /** Left out: as it is, nobody of another company; null: nobody. */
  readonly contactId?: string | null;
  readonly addressId?: string | null;
}

export interface KnownAddress {
  readonly country: string;
  readonly customerId: string | null;
  readonly contactId: string | null;
}

/** Those that actions name and the account of the cart has. */
export interface KnownParties {
  readonly customers: ReadonlySet<string>;
  /** Of which customer each is; null: of the account itself. */
  readonly contacts: ReadonlyMap<string, string | null>;
  readonly addresses: ReadonlyMap<string, KnownAddress>;
}

export interface Naming {
  readonly viewer: Viewer;
  readonly known: KnownParties;
}

/** What becomes of a party: another company or person takes a right, another place none. What is named must belong together. [CHK-22, CHK-23, CHK-24] */
export function settleParty(held: Party, { customerId = held.customerId, contactId: wantedContact, addressId = null }: WantedParty, usage: PartyUsage, { viewer, known }: Naming): Party {
  const moves = customerId !== held.customerId;
  const contactId = wantedContact === undefined ? (moves ? null : held.contactId) : wantedContact;
  if (moves) requireRight(viewer, usage, 'CUSTOMER');
  if (contactId !== held.contactId && !(moves && contactId === null) && !isOneself(viewer, held, { customerId, contactId })) requireRight(viewer, usage, 'CONTACT');

  if (moves && customerId !== null && !known.customers.has(customerId)) throw refuse('NOT_FOUND', 'There is no such customer.', { customerId });
  if (contactId !== null && (moves || contactId !== held.contactId) && known.contacts.get(contactId) !== customerId) throw refuse('NOT_FOUND', 'There is no such contact here.', { contactId });
  if (addressId !== null && !belongs(addressId, { customerId, contactId }, known, !moves && addressId === held.addressId)) {
    throw refuse('NOT_FOUND', customerId === null ? 'The account of the cart has no such address.' : 'This customer has no such address.', { addressId, ...(customerId !== null && { customerId }) });
  }
  return { customerId, contactId, addressId };
}

/** Who names themselves where nobody is named changes nobody. */
const isOneself = ({ id }: Viewer, held: Party, { customerId, contactId }: Omit<Party, 'addressId'>): boolean => held.contactId === null && customerId === null && contactId === id;

/** @param stays where it is already it may stay, even if it was deleted from the address book since [CHK-17] */
function belongs(addressId: string, { customerId, contactId }: Omit<Party, 'addressId'>, { addresses }: KnownParties, stays: boolean): boolean {
  const address = addresses.get(addressId);
  if (!address) return stays;
  return address.customerId === customerId && (address.contactId === null || address.contactId === contactId);
}

function requireRight(viewer: Viewer, usage: PartyUsage, what: Changed): void {
  if (!isBusiness(viewer)) throw refuse('FORBIDDEN', 'Only businesses have customers and contacts.');
  const permission = permissionToChange(usage, what);
  if (!may(viewer, permission)) throw refuse('FORBIDDEN', `This needs the permission ${permission}.`, { permission });
}
