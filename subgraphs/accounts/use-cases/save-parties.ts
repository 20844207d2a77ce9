import type { Tx } from '#kernel/database.ts';
import { partyKindOf } from '../domain/party-record.ts';
import type { Account } from '../entities/account.ts';
import type { AccountsTables } from '../entities/tables.ts';
import type { Party } from '../entities/party.ts';

/** Accounts of customers come each with the party that buys under it, by the same id and name; after merges several may be of one. */
export async function saveParties({ sql }: Pick<Tx<AccountsTables>, 'sql'>, accounts: readonly Pick<Account, 'id' | 'kind' | 'name' | 'partyId' | 'createdAt'>[]): Promise<void> {
  const parties = accounts.flatMap(({ id, kind, name, partyId, createdAt }): Party[] => {
    const partyKind = partyKindOf(kind);
    return partyKind && partyId === id ? [{ id, kind: partyKind, name, status: 'ACTIVE', mergedIntoId: null, createdAt }] : [];
  });
  if (parties.length === 0) return;
  await sql.insertInto('Party').values(parties).onConflict((oc) => oc.column('id').doUpdateSet((eb) => ({ name: eb.ref('excluded.name') }))).execute();
}
