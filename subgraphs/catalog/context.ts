import type { BaseContext } from '#kernel/subgraph.ts';
import type { CatalogConfig } from './config.ts';
import type { CatalogTables } from './entities/tables.ts';
import { createLoaders, type CatalogLoaders } from './graphql/loaders.ts';
import { createOutsideLoaders, type OutsideLoaders } from './graphql/outside-loaders.ts';
import { openOutsideSystems } from './outside/open-outside-systems.ts';
import type { OutsideSystems } from './outside/ports.ts';
import { createPricingFactsReader, type PricingFactsReader } from './use-cases/read-pricing-facts.ts';

export interface CatalogContext extends BaseContext<CatalogTables> {
  readonly config: CatalogConfig;
  readonly loaders: CatalogLoaders;
  readonly pricingFacts: PricingFactsReader;
  /** Where prices, stock and taxes come from when not from our own tables. */
  readonly outside: OutsideSystems;
  readonly outsideLoaders: OutsideLoaders;
}

export function catalogContext(config: CatalogConfig): (base: BaseContext<CatalogTables>) => CatalogContext {
  let pricingFacts: PricingFactsReader | undefined;
  let outside: OutsideSystems | undefined;
  return (base) => {
    pricingFacts ??= createPricingFactsReader(base.db.sql, config.sitePriceList);
    outside ??= openOutsideSystems(config.outside, base.clock, base.log);
    const outsideLoaders = createOutsideLoaders(outside, base.viewer, base.clock);
    return { ...base, config, pricingFacts, outside, outsideLoaders, loaders: createLoaders({ ...base, config, pricingFacts }) };
  };
}
