import { newId } from '#kernel/ids.ts';
import type { AccountsContext } from '../context.ts';
import type { Account } from '../entities/account.ts';

export interface CustomerRecord {
  readonly externalId: string;
  readonly name: string;
  readonly email: string;
  readonly country?: string | null;
}

/** Loads customers from elsewhere: each an individual account with one user, found again by its external id. */
export async function upsertCustomers({ db, clock }: AccountsContext, records: readonly CustomerRecord[]): Promise<Account[]> {
  const now = clock.now();
  return db.transact(async ({ sql }) => {
    const saved: Account[] = [];
    for (const record of records) {
      const account = await sql
        .insertInto('Account')
        .values({ id: newId(), kind: 'INDIVIDUAL', name: record.name, externalId: record.externalId, country: record.country ?? null, createdAt: now })
        .onConflict((oc) => oc.column('externalId').doUpdateSet({ name: record.name, country: record.country ?? null }))
        .returningAll()
        .executeTakeFirstOrThrow();
      await sql
        .insertInto('User')
        .values({ id: newId(), accountId: account.id, kind: 'INDIVIDUAL', name: record.name, email: record.email.toLowerCase(), permissions: [], passwordHash: null, createdAt: now })
        .onConflict((oc) => oc.column('email').doUpdateSet({ name: record.name }))
        .execute();
      saved.push(account);
    }
    return saved;
  });
}
