import type { Tx } from '#kernel/database.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { PunchoutConfig } from './config.ts';
import type { PunchoutTables } from './entities/tables.ts';
import { createLoaders, type PunchoutLoaders } from './graphql/loaders.ts';

export interface PunchoutContext extends BaseContext<PunchoutTables> {
  readonly config: PunchoutConfig;
  readonly loaders: PunchoutLoaders;
}

export type PunchoutTx = Tx<PunchoutTables>;

export const punchoutContext =
  (config: PunchoutConfig): ((base: BaseContext<PunchoutTables>) => PunchoutContext) =>
  (base) => ({ ...base, config, loaders: createLoaders(base.db.sql) });
