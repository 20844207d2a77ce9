import { refuse } from '#kernel/errors.ts';
import type { Tx } from '#kernel/database.ts';
import type { AccountsContext } from '../context.ts';
import { ACTIVE_AT_ONCE, asOwnParty } from '../domain/account-lifecycle.ts';
import { BUYER_PERMISSIONS } from '../domain/permissions.ts';
import { readAddress } from '../domain/read-address.ts';
import { readContact } from '../domain/read-party.ts';
import type { Account } from '../entities/account.ts';
import type { AccountsTables } from '../entities/tables.ts';
import { saveParties } from './save-parties.ts';
import { announceAccount, touchAccount } from './write-account.ts';

export interface ReceivedContact {
  readonly userId: string;
  readonly contactId: string;
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
}

export interface ReceivedAddress {
  readonly id: string;
  readonly recipient: string;
  readonly line1: string;
  readonly line2?: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export interface ReceivedParties {
  readonly accountId: string;
  readonly organisation: boolean;
  readonly name: string;
  readonly number: string;
  readonly country?: string | null;
  readonly contact: ReceivedContact;
  readonly addresses: readonly ReceivedAddress[];
}

const MOST_NAME = 200;

/**
 * Another shop sends one of its customers. Whoever buys there cannot sign in here: the e-mail address is kept with the contact alone,
 * for an address that was only told proves nothing, and may be that of somebody who has an account of their own. [XFER-11]
 */
export async function receiveParties({ db, clock }: Pick<AccountsContext, 'db' | 'clock'>, parties: ReceivedParties): Promise<void> {
  const name = parties.name.trim().slice(0, MOST_NAME);
  if (name === '') throw refuse('BAD_USER_INPUT', 'A customer has a name.', { field: 'name' });
  const contact = readContact(parties.contact);
  const addresses = parties.addresses.map(({ id, ...address }) => ({ id, accountId: parties.accountId, customerId: null, contactId: null, ...readAddress(address), deletedAt: null }));
  await db.transact(async (tx) => {
    await writeCustomer(tx, parties, name, clock.now());
    await writeContact(tx, parties, contact, clock.now());
    for (const address of addresses) {
      const { id: _id, accountId: _account, country: _country, ...changed } = address; // an address never moves to another country
      await tx.sql.insertInto('Address').values(address).onConflict((oc) => oc.column('id').doUpdateSet(changed)).execute();
    }
  });
}

async function writeCustomer(tx: Tx<AccountsTables>, { accountId: id, organisation, number: externalId, country = null }: ReceivedParties, name: string, now: Date): Promise<void> {
  const known = await tx.sql.selectFrom('Account').selectAll().where('id', '=', id).executeTakeFirst();
  if (known && known.name === name) return;
  if (known) {
    await tx.sql.updateTable('Account').set({ name }).where('id', '=', id).execute();
    return touchAccount(tx, id, { type: 'CUSTOMER_RECEIVED', actorId: null });
  }
  const account: Account = { ...ACTIVE_AT_ONCE, ...asOwnParty(id), kind: organisation ? 'ORGANISATION' : 'INDIVIDUAL', name, externalId, country, timeZone: null, mergedIntoId: null, createdAt: now };
  await tx.sql.insertInto('Account').values(account).execute();
  await saveParties(tx, [account]);
  await announceAccount(tx, account, { type: 'CUSTOMER_RECEIVED', actorId: null });
}

async function writeContact(tx: Tx<AccountsTables>, { accountId, organisation, contact: { userId, contactId } }: ReceivedParties, contact: ReturnType<typeof readContact>, createdAt: Date): Promise<void> {
  const who = organisation ? { kind: 'BUYER' as const, permissions: [...BUYER_PERMISSIONS] } : { kind: 'INDIVIDUAL' as const, permissions: [] };
  const { name } = contact;
  await tx.sql.insertInto('User').values({ id: userId, accountId, ...who, name, email: null, passwordHash: null, createdAt }).onConflict((oc) => oc.column('id').doUpdateSet({ name })).execute();
  await tx.sql.insertInto('Contact').values({ id: contactId, accountId, customerId: null, ...contact, createdAt }).onConflict((oc) => oc.column('id').doUpdateSet(contact)).execute();
}
