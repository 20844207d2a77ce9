import { refuse } from '#kernel/errors.ts';
import { once } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import type { PartyUsage } from '#kernel/party-usage.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import { requireBusiness, requireRightToCreate } from '../domain/party-rights.ts';
import type { KnownContact } from '../domain/party.ts';
import type { AddressWish } from '../domain/read-address.ts';
import { readContact, type ContactWish } from '../domain/read-party.ts';
import { insertAddress } from './change-address-book.ts';
import { holderOf, loadContacts } from './load-parties.ts';
import { touchAccount } from './write-account.ts';

export interface CreateContact {
  readonly usage: PartyUsage;
  readonly customerId?: string | null;
  readonly contact: ContactWish;
  readonly address?: AddressWish | null;
  readonly idempotencyKey?: string | null;
}

/** A business takes down a person of its own or of a customer, on wish with an address of theirs alone. [CHK-25, CHK-26] */
export async function createContact({ db, clock, ...context }: AccountsContext, { usage, customerId = null, contact, address, idempotencyKey }: CreateContact): Promise<KnownContact> {
  const viewer = requireViewer(context);
  requireBusiness(viewer);
  requireRightToCreate(viewer, 'CONTACT', usage);
  if (address) requireRightToCreate(viewer, 'CONTACT_ADDRESS', usage);
  const read = readContact(contact);
  return db.transact(async (tx) => {
    const { accountId } = viewer;
    const id = await once(tx, viewer, { operation: 'createContact', key: idempotencyKey, body: { usage, customerId, contact, address } }, async () => {
      await holderOf(tx.sql, accountId, { customerId });
      const contactId = newId();
      await tx.sql.insertInto('Contact').values({ id: contactId, accountId, customerId, ...read, createdAt: clock.now() }).execute();
      if (address) await insertAddress(tx, accountId, { customerId, contactId, name: read.name }, address);
      await touchAccount(tx, accountId, { type: 'CONTACT_ADDED', actorId: viewer.id, payload: { contactId, customerId } });
      return contactId;
    });
    const [created] = await loadContacts(tx.sql, [id]);
    if (!created) throw refuse('NOT_FOUND', 'There is no such contact.', { contactId: id });
    return created;
  });
}
