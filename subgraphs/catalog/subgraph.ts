import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readCatalogConfig } from './config.ts';
import { orderMoved } from './consumers/order-moved.ts';
import { catalogContext, type CatalogContext } from './context.ts';
import { seedDemoCatalog } from './demo.ts';
import { catalogEntities, type CatalogTables } from './entities/tables.ts';
import { catalogReferences } from './graphql/catalog.reference.ts';
import { CatalogResolver } from './graphql/catalog.resolver.ts';
import { LoadsResolver } from './graphql/loads.resolver.ts';
import { PeersResolver } from './graphql/peers.resolver.ts';
import { ProductPartsResolver } from './graphql/product-parts.resolver.ts';
import { ProductResolver } from './graphql/product.resolver.ts';
import { SellerResolver } from './graphql/seller.resolver.ts';
import { ShelvesResolver } from './graphql/shelves.resolver.ts';
import { catalogMigrations } from './migrations/index.ts';
import { seedUnits } from './use-cases/seed-units.ts';
import { keepHouseOnSchedule } from './keep-house.ts';

/** Composition root: what is sold, what it costs and how much of it there is. */
export function catalogSubgraph(options: { demo: boolean }): Subgraph {
  return defineSubgraph<CatalogTables, CatalogContext>({
    name: 'catalog',
    entities: catalogEntities,
    migrations: catalogMigrations,
    aggregates: ['priceList', 'stock'],
    resolvers: [ProductResolver, ProductPartsResolver, ShelvesResolver, CatalogResolver, SellerResolver, LoadsResolver, PeersResolver],
    references: catalogReferences,
    context: catalogContext(readCatalogConfig(process.env)),
    consumers: [orderMoved],
    start: async (context) => {
      await seedUnits(context);
      if (options.demo) await seedDemoCatalog(context);
      return keepHouseOnSchedule(context);
    },
  });
}
