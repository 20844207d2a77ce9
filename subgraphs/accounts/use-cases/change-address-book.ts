import type { Tx } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { once } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import type { PartyUsage } from '#kernel/party-usage.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';
import { requireBusiness, requireRightToCreate } from '../domain/party-rights.ts';
import type { AddressHolder } from '../domain/party.ts';
import { readAddress, type AddressWish } from '../domain/read-address.ts';
import type { Address } from '../entities/address.ts';
import type { AccountsTables } from '../entities/tables.ts';
import { holderOf } from './load-parties.ts';
import { touchAccount } from './write-account.ts';

const MOST = 500;

export interface NewAddress {
  readonly address: AddressWish;
  /** For what it is made; absent where the right to any usage will do. */
  readonly usage?: PartyUsage | null;
  readonly customerId?: string | null;
  readonly contactId?: string | null;
}

/** An address joins the book of the viewer's account, of a customer of theirs, or that of one contact. [CHK-25, CHK-27] */
export async function addAddress(context: AccountsContext, wanted: NewAddress, key?: string | null): Promise<Address> {
  const { usage, customerId = null, contactId = null } = wanted;
  const viewer = requireViewer(context);
  if (customerId !== null || contactId !== null) requireBusiness(viewer);
  requireRightToCreate(viewer, contactId === null ? 'CUSTOMER_ADDRESS' : 'CONTACT_ADDRESS', usage);
  return context.db.transact(async (tx) => {
    const id = await once(tx, viewer, { operation: 'addAddress', key, body: wanted }, async () => {
      const { id: addressId } = await insertAddress(tx, viewer.accountId, await holderOf(tx.sql, viewer.accountId, { customerId, contactId }), wanted.address);
      await announce(tx, viewer, 'ADDRESS_ADDED', addressId);
      return addressId;
    });
    return addressOf(tx, viewer, id);
  });
}

/** Who receives there is the holder, unless somebody else is named. */
export async function insertAddress({ sql }: Tx<AccountsTables>, accountId: string, { customerId, contactId, name }: AddressHolder & { readonly name: string | null }, wish: AddressWish): Promise<Address> {
  const read = readAddress(wish, name ?? undefined);
  const present = await sql.selectFrom('Address').select('id').where('accountId', '=', accountId).where((eb) => (customerId === null ? eb('customerId', 'is', null) : eb('customerId', '=', customerId))).where('deletedAt', 'is', null).execute();
  if (present.length >= MOST) throw refuse('BAD_USER_INPUT', `An address book has at most ${MOST} addresses.`);
  const address = { id: newId(), accountId, customerId, contactId, ...read, deletedAt: null };
  await sql.insertInto('Address').values(address).execute();
  return address;
}

/** What an address says is corrected. Its country stays: carts that have it were priced for it. */
export async function updateAddress(context: AccountsContext, addressId: string, wish: AddressWish): Promise<Address> {
  const viewer = requireViewer(context);
  const read = readAddress(wish);
  return context.db.transact(async (tx) => {
    const address = await addressToChange(tx, viewer, addressId);
    if (address.deletedAt != null) throw noSuchAddress(addressId);
    if (address.country !== read.country) throw refuse('BAD_USER_INPUT', 'An address stays in its country. Add another one.', { addressId, country: address.country });
    await tx.sql.updateTable('Address').set(read).where('id', '=', addressId).execute();
    await announce(tx, viewer, 'ADDRESS_CHANGED', addressId);
    return { ...address, ...read };
  });
}

/** Takes an address out of the book; what has it goes on with it. Deleted already: nothing happens. [CHK-17, SHARE-32] */
export async function deleteAddress(context: AccountsContext, addressId: string): Promise<string> {
  const viewer = requireViewer(context);
  await context.db.transact(async (tx) => {
    const address = await addressToChange(tx, viewer, addressId);
    if (address.deletedAt != null) return;
    await tx.sql.updateTable('Address').set({ deletedAt: context.clock.now() }).where('id', '=', addressId).execute();
    await announce(tx, viewer, 'ADDRESS_DELETED', addressId);
  });
  return addressId;
}

/** Every entry serves to ship to and to bill, so that the right to one usage will do. Private people and guests need none. */
async function addressToChange(tx: Tx<AccountsTables>, viewer: Viewer, addressId: string): Promise<Address> {
  const address = await addressOf(tx, viewer, addressId);
  requireRightToCreate(viewer, address.contactId == null ? 'CUSTOMER_ADDRESS' : 'CONTACT_ADDRESS');
  return address;
}

const noSuchAddress = (addressId: string): Error => refuse('NOT_FOUND', 'There is no such address.', { addressId });

async function addressOf({ sql }: Tx<AccountsTables>, { accountId }: Viewer, addressId: string): Promise<Address> {
  const address = await sql.selectFrom('Address').selectAll().where('id', '=', addressId).where('accountId', '=', accountId).executeTakeFirst();
  if (!address) throw noSuchAddress(addressId);
  return address;
}

const announce = (tx: Tx<AccountsTables>, { id, accountId }: Viewer, type: string, addressId: string): Promise<void> =>
  touchAccount(tx, accountId, { type, actorId: id, payload: { addressId } });
