import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { Account } from '../entities/account.ts';
import type { Address } from '../entities/address.ts';
import type { AccountsTables } from '../entities/tables.ts';
import type { User } from '../entities/user.ts';

export interface AccountsLoaders {
  readonly accountById: DataLoader<string, Account | undefined>;
  readonly userById: DataLoader<string, User | undefined>;
  readonly usersOfAccount: DataLoader<string, User[]>;
  readonly addressesOfAccount: DataLoader<string, Address[]>;
}

/** One set a request: what is asked for many times is read once, and nobody sees another's cache. */
export function createLoaders(sql: Kysely<AccountsTables>): AccountsLoaders {
  return {
    accountById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Account').selectAll().where('id', 'in', ids).execute();
      return ids.map((id) => rows.find((row) => row.id === id));
    }),
    userById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('User').selectAll().where('id', 'in', ids).execute();
      return ids.map((id) => rows.find((row) => row.id === id));
    }),
    usersOfAccount: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('User').selectAll().where('accountId', 'in', ids).orderBy('id').execute();
      return ids.map((id) => rows.filter((row) => row.accountId === id));
    }),
    addressesOfAccount: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Address').selectAll().where('accountId', 'in', ids).orderBy('id').execute();
      return ids.map((id) => rows.filter((row) => row.accountId === id));
    }),
  };
}
