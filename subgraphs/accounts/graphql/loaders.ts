import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import { isSeller, type Viewer } from '#kernel/viewer.ts';
import type { KnownContact, KnownCustomer } from '../domain/party.ts';
import type { Account } from '../entities/account.ts';
import type { AccountSiteUse } from '../entities/account-site-use.ts';
import type { Address } from '../entities/address.ts';
import type { AccountsTables } from '../entities/tables.ts';
import type { User } from '../entities/user.ts';
import { loadContacts, loadCustomers, loadCustomersOfAll } from '../use-cases/load-parties.ts';

export interface AccountsLoaders {
  readonly accountById: DataLoader<string, Account | undefined>;
  readonly userById: DataLoader<string, User | undefined>;
  readonly usersOfAccount: DataLoader<string, User[]>;
  readonly addressById: DataLoader<string, Address | undefined>;
  /** The address book of the account itself; customers and single contacts have theirs. */
  readonly addressesOfAccount: DataLoader<string, Address[]>;
  readonly siteUsesOfAddress: DataLoader<string, AccountSiteUse[]>;
  /** As the viewer's organisation knows them; of others it knows none. */
  readonly customerById: DataLoader<string, KnownCustomer | undefined>;
  readonly contactById: DataLoader<string, KnownContact | undefined>;
}

/** One set a request: what is asked for many times is read once, and nobody sees another's cache. */
export function createLoaders(sql: Kysely<AccountsTables>, viewer: Viewer | null): AccountsLoaders {
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
      const rows = await sql.selectFrom('User').selectAll().where('accountId', 'in', ids).where('mergedIntoId', 'is', null).orderBy('id').execute();
      return ids.map((id) => rows.filter((row) => row.accountId === id));
    }),
    addressById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Address').selectAll().where('id', 'in', ids).execute();
      return ids.map((id) => rows.find((row) => row.id === id));
    }),
    addressesOfAccount: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Address').selectAll().where('accountId', 'in', ids).where('customerId', 'is', null).where('contactId', 'is', null).where('deletedAt', 'is', null).orderBy('id').execute();
      return ids.map((id) => rows.filter((row) => row.accountId === id));
    }),
    siteUsesOfAddress: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('AccountSiteUse').selectAll().where('addressId', 'in', ids).orderBy('number').execute();
      return ids.map((id) => rows.filter((row) => row.addressId === id));
    }),
    customerById: new DataLoader(async (ids) => {
      const rows = viewer === null ? [] : await (isSeller(viewer) ? loadCustomersOfAll(sql, ids) : loadCustomers(sql, viewer.accountId, ids));
      return ids.map((id) => rows.find((row) => row.id === id));
    }),
    contactById: new DataLoader(async (ids) => {
      const rows = await loadContacts(sql, ids);
      return ids.map((id) => rows.find((row) => row.id === id));
    }),
  };
}
