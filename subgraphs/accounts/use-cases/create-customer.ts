import { refuse } from '#kernel/errors.ts';
import { once } from '#kernel/idempotency.ts';
import { newId } from '#kernel/ids.ts';
import type { PartyUsage } from '#kernel/party-usage.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import type { AddressWish } from '../domain/read-address.ts';
import { requireBusiness, requireRightToCreate } from '../domain/party-rights.ts';
import type { KnownCustomer } from '../domain/party.ts';
import { readCustomer, type CustomerWish } from '../domain/read-party.ts';
import { insertAddress } from './change-address-book.ts';
import { loadCustomers } from './load-parties.ts';
import { touchAccount } from './write-account.ts';

export interface CreateCustomer {
  readonly usage: PartyUsage;
  readonly customer: CustomerWish;
  readonly address?: AddressWish | null;
  readonly idempotencyKey?: string | null;
}

/** A business takes down a company that it ships to, bills or buys for; others do not learn of it. [CHK-25, CHK-28] */
export async function createCustomer({ db, clock, ...context }: AccountsContext, { usage, customer, address, idempotencyKey }: CreateCustomer): Promise<KnownCustomer> {
  const viewer = requireViewer(context);
  requireBusiness(viewer);
  requireRightToCreate(viewer, 'CUSTOMER', usage);
  if (address) requireRightToCreate(viewer, 'CUSTOMER_ADDRESS', usage);
  const { name, number } = readCustomer(customer);
  return db.transact(async (tx) => {
    const { accountId } = viewer;
    const id = await once(tx, viewer, { operation: 'createCustomer', key: idempotencyKey, body: { usage, customer, address } }, async () => {
      const createdAt = clock.now();
      const customerId = newId();
      await tx.sql.insertInto('Customer').values({ id: customerId, name, accountId, createdAt }).execute();
      await tx.sql.insertInto('CustomerRelation').values({ accountId, customerId, number, createdAt }).execute();
      if (address) await insertAddress(tx, accountId, { customerId, contactId: null, name }, address);
      await touchAccount(tx, accountId, { type: 'CUSTOMER_ADDED', actorId: viewer.id, payload: { customerId } });
      return customerId;
    });
    const [created] = await loadCustomers(tx.sql, accountId, [id]);
    if (!created) throw refuse('NOT_FOUND', 'There is no such customer.', { customerId: id });
    return created;
  });
}
