import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import type { CatalogConfig } from './config.ts';
import { orderMoved } from './consumers/order-moved.ts';
import { catalogContext, type CatalogContext } from './context.ts';
import { seedDemoCatalog } from './demo.ts';
import { catalogEntities, type CatalogTables } from './entities/tables.ts';
import { AgreementResolver } from './graphql/agreement.resolver.ts';
import { catalogReferences } from './graphql/catalog.reference.ts';
import { CatalogResolver } from './graphql/catalog.resolver.ts';
import { ItemPeersResolver } from './graphql/item-peers.resolver.ts';
import { LoadsResolver } from './graphql/loads.resolver.ts';
import { OutsideResolver } from './graphql/outside.resolver.ts';
import { PeersResolver } from './graphql/peers.resolver.ts';
import { PricingPeersResolver } from './graphql/pricing-peers.resolver.ts';
import { PricingRulesResolver } from './graphql/pricing-rules.resolver.ts';
import { ProductPartsResolver } from './graphql/product-parts.resolver.ts';
import { ProductResolver } from './graphql/product.resolver.ts';
import { PromotionResolver } from './graphql/promotion.resolver.ts';
import { SellerResolver } from './graphql/seller.resolver.ts';
import { ShelvesResolver } from './graphql/shelves.resolver.ts';
import { hookRoutes } from './http/hook-routes.ts';
import { catalogMigrations } from './migrations/index.ts';
import { mergeTerms } from './use-cases/merge-terms.ts';
import { seedUnits } from './use-cases/seed-units.ts';
import { keepHouseOnSchedule } from './keep-house.ts';

/** Composition root: what is sold, what it costs and how much of it there is. */
export function catalogSubgraph({ demo, catalog }: { demo: boolean; catalog: CatalogConfig }): Subgraph {
  return defineSubgraph<CatalogTables, CatalogContext>({
    name: 'catalog',
    entities: catalogEntities,
    migrations: catalogMigrations,
    aggregates: ['priceList', 'stock', 'agreement', 'promotion', 'taxTable', 'exchangeRates', 'shipping', 'sitePricing', 'accountGroup'],
    resolvers: [
      ProductResolver,
      ProductPartsResolver,
      ShelvesResolver,
      CatalogResolver,
      SellerResolver,
      LoadsResolver,
      AgreementResolver,
      PromotionResolver,
      PricingRulesResolver,
      ItemPeersResolver,
      PeersResolver,
      PricingPeersResolver,
      OutsideResolver,
    ],
    references: catalogReferences,
    context: catalogContext(catalog),
    consumers: [orderMoved],
    takeover: mergeTerms,
    routes: hookRoutes,
    start: async (context) => {
      await seedUnits(context);
      if (demo) await seedDemoCatalog(context);
      const endKeeping = keepHouseOnSchedule(context);
      return async () => {
        await endKeeping();
        await context.outside.close();
      };
    },
  });
}
