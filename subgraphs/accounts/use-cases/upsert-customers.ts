import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { AccountsContext } from '../context.ts';
import { ACTIVE_AT_ONCE, asOwnParty } from '../domain/account-lifecycle.ts';
import type { Account } from '../entities/account.ts';
import type { User } from '../entities/user.ts';
import { saveParties } from './save-parties.ts';

export interface CustomerRecord {
  readonly externalId: string;
  readonly name: string;
  readonly email: string;
  readonly country?: string | null;
}

const MAX_AT_ONCE = 1_000;

/**
 * Loads customers from elsewhere: each an individual account with one user, found again by its external id. All or nothing;
 * an e-mail address that is somebody else's refuses the load, for it is what people sign in with.
 */
export async function upsertCustomers({ db, clock }: AccountsContext, records: readonly CustomerRecord[]): Promise<Account[]> {
  if (records.length === 0 || records.length > MAX_AT_ONCE) throw refuse('BAD_USER_INPUT', `Load between 1 and ${MAX_AT_ONCE} customers at once.`, { customers: records.length });
  const customers = new Map(records.map((record) => [record.externalId, { ...record, email: record.email.trim().toLowerCase() }]));
  const now = clock.now();
  return db.transact(async ({ sql }) => {
    const accounts = await sql
      .insertInto('Account')
      .values([...customers.values()].map(({ externalId, name, country }) => ({ ...ACTIVE_AT_ONCE, ...asOwnParty(newId()), kind: 'INDIVIDUAL' as const, name, externalId, country: country ?? null, createdAt: now })))
      .onConflict((oc) => oc.column('externalId').doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), country: eb.ref('excluded.country') })))
      .returningAll()
      .execute();
    await saveParties({ sql }, accounts);
    const emails = [...customers.values()].map(({ email }) => email);
    const known = await sql.selectFrom('User').selectAll().where((eb) => eb.or([eb('email', 'in', emails), eb('accountId', 'in', accounts.map(({ id }) => id))])).execute();
    const ownerOf = new Map(known.map((user) => [user.email, user.accountId]));
    const userOf = new Map(known.map((user) => [user.accountId, user]));

    const added: User[] = [];
    for (const account of accounts) {
      const customer = customers.get(account.externalId ?? '');
      if (!customer) continue;
      const owner = ownerOf.get(customer.email);
      if (owner !== undefined && owner !== account.id) throw refuse('BAD_USER_INPUT', `${customer.email} is the address of another customer.`, { externalId: customer.externalId });
      ownerOf.set(customer.email, account.id);
      const user = userOf.get(account.id);
      if (!user) added.push({ id: newId(), accountId: account.id, kind: 'INDIVIDUAL', name: customer.name, email: customer.email, permissions: [], passwordHash: null, mergedIntoId: null, createdAt: now });
      else if (user.email !== customer.email || user.name !== customer.name) await sql.updateTable('User').set({ email: customer.email, name: customer.name }).where('id', '=', user.id).execute();
    }
    if (added.length > 0) await sql.insertInto('User').values(added).execute();
    return accounts;
  });
}
