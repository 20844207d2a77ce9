import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import type { KnownCustomer } from '../domain/party.ts';
import { readCustomer } from '../domain/read-party.ts';
import { loadCustomers } from './load-parties.ts';
import { touchAccount } from './write-account.ts';

export interface RelateCustomer {
  readonly accountId: string;
  /** One that there is; absent: a new one of this name. */
  readonly customerId?: string | null;
  readonly name?: string | null;
  readonly number?: string | null;
}

/** The seller's administrator lets an organisation choose a customer, also one that others know already; what those keep of it stays theirs. Related already: its number is set. [CHK-28, CHK-40] */
export async function relateCustomer(context: AccountsContext, { accountId, customerId, name, number }: RelateCustomer): Promise<KnownCustomer> {
  const { id: actorId } = requireAdministrator(context);
  if ((customerId == null) === (name == null)) throw refuse('BAD_USER_INPUT', 'Give a customerId or a name: exactly one of them.');
  const createdAt = context.clock.now();
  return context.db.transact(async (tx) => {
    const account = await tx.sql.selectFrom('Account').select('id').where('id', '=', accountId).where('kind', 'in', ['ORGANISATION', 'PARTNER']).executeTakeFirst();
    if (!account) throw refuse('NOT_FOUND', 'There is no such organisation.', { accountId });
    const known = customerId == null ? undefined : await tx.sql.selectFrom('Customer').selectAll().where('id', '=', customerId).executeTakeFirst();
    if (customerId != null && !known) throw refuse('NOT_FOUND', 'There is no such customer.', { customerId });
    const read = readCustomer({ name: known?.name ?? name ?? '', number });
    const id = known?.id ?? newId();
    if (!known) await tx.sql.insertInto('Customer').values({ id, name: read.name, accountId, createdAt }).execute();
    await tx.sql.insertInto('CustomerRelation').values({ accountId, customerId: id, number: read.number, createdAt }).onConflict((oc) => oc.columns(['accountId', 'customerId']).doUpdateSet({ number: read.number })).execute();
    await touchAccount(tx, accountId, { type: 'CUSTOMER_ADDED', actorId, payload: { customerId: id } });
    const [related] = await loadCustomers(tx.sql, accountId, [id]);
    return related ?? { id, ...read };
  });
}
