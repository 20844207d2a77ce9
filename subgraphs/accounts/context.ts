import type { BaseContext } from '#kernel/subgraph.ts';
import type { AccountsTables } from './entities/tables.ts';
import { createLoaders, type AccountsLoaders } from './graphql/loaders.ts';
import type { Issuer } from './issuer.ts';

export interface AccountsContext extends BaseContext<AccountsTables> {
  readonly issuer: Issuer;
  readonly loaders: AccountsLoaders;
}

export const accountsContext =
  (issuer: Issuer) =>
  (base: BaseContext<AccountsTables>): AccountsContext => ({ ...base, issuer, loaders: createLoaders(base.db.sql) });
