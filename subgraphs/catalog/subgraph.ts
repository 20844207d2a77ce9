import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readCatalogConfig } from './config.ts';
import { orderPlaced } from './consumers/order-placed.ts';
import { catalogContext, type CatalogContext } from './context.ts';
import { seedDemoCatalog } from './demo.ts';
import { catalogEntities, type CatalogTables } from './entities/tables.ts';
import { AgreementResolver } from './graphql/agreement.resolver.ts';
import { catalogReferences } from './graphql/catalog.reference.ts';
import { CatalogResolver } from './graphql/catalog.resolver.ts';
import { PeersResolver } from './graphql/peers.resolver.ts';
import { PricingPeersResolver } from './graphql/pricing-peers.resolver.ts';
import { PricingRulesResolver } from './graphql/pricing-rules.resolver.ts';
import { ProductResolver } from './graphql/product.resolver.ts';
import { PromotionResolver } from './graphql/promotion.resolver.ts';
import { catalogMigrations } from './migrations/index.ts';
import { releaseOnSchedule } from './release-on-schedule.ts';

/** Composition root: what is sold, what it costs and how much of it there is. */
export function catalogSubgraph(options: { demo: boolean }): Subgraph {
  return defineSubgraph<CatalogTables, CatalogContext>({
    name: 'catalog',
    entities: catalogEntities,
    migrations: catalogMigrations,
    aggregates: ['priceList', 'stock', 'agreement', 'promotion', 'taxTable', 'exchangeRates', 'shipping', 'sitePricing', 'accountGroup'],
    resolvers: [ProductResolver, CatalogResolver, AgreementResolver, PromotionResolver, PricingRulesResolver, PeersResolver, PricingPeersResolver],
    references: catalogReferences,
    context: catalogContext(readCatalogConfig(process.env)),
    consumers: [orderPlaced],
    start: async (context) => {
      if (options.demo) await seedDemoCatalog(context);
      return releaseOnSchedule(context);
    },
  });
}
