import type { BaseContext } from '#kernel/subgraph.ts';
import type { CatalogConfig } from './config.ts';
import type { CatalogTables } from './entities/tables.ts';
import { createLoaders, type CatalogLoaders } from './graphql/loaders.ts';
import { createOfferFactsReader, type OfferFactsReader } from './use-cases/read-offer-facts.ts';

export interface CatalogContext extends BaseContext<CatalogTables> {
  readonly config: CatalogConfig;
  readonly loaders: CatalogLoaders;
  readonly offerFacts: OfferFactsReader;
}

export function catalogContext(config: CatalogConfig): (base: BaseContext<CatalogTables>) => CatalogContext {
  let offerFacts: OfferFactsReader | undefined;
  return (base) => {
    const { sql } = base.db;
    offerFacts ??= createOfferFactsReader(sql, config);
    return { ...base, config, offerFacts, loaders: createLoaders(sql, config.sitePriceList) };
  };
}
