import type { BaseContext } from '#kernel/subgraph.ts';
import type { CatalogConfig } from './config.ts';
import type { CatalogTables } from './entities/tables.ts';
import { createLoaders, type CatalogLoaders } from './graphql/loaders.ts';

export interface CatalogContext extends BaseContext<CatalogTables> {
  readonly config: CatalogConfig;
  readonly loaders: CatalogLoaders;
}

export function catalogContext(config: CatalogConfig): (base: BaseContext<CatalogTables>) => CatalogContext {
  return (base) => ({ ...base, config, loaders: createLoaders(base.db.sql, config.sitePriceList) });
}
