import type { BaseContext } from '#kernel/subgraph.ts';
import type { CatalogConfig } from './config.ts';
import type { CatalogTables } from './entities/tables.ts';
import { createLoaders, type CatalogLoaders } from './graphql/loaders.ts';
import { createPricingFactsReader, type PricingFactsReader } from './use-cases/read-pricing-facts.ts';

export interface CatalogContext extends BaseContext<CatalogTables> {
  readonly config: CatalogConfig;
  readonly loaders: CatalogLoaders;
  readonly pricingFacts: PricingFactsReader;
}

export function catalogContext(config: CatalogConfig): (base: BaseContext<CatalogTables>) => CatalogContext {
  let pricingFacts: PricingFactsReader | undefined;
  return (base) => {
    pricingFacts ??= createPricingFactsReader(base.db.sql, config.sitePriceList);
    return { ...base, config, pricingFacts, loaders: createLoaders({ ...base, pricingFacts }) };
  };
}
