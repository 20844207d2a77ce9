import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readCartsConfig, type CartsConfig } from './config.ts';
import { orderPlaced } from './consumers/order-placed.ts';
import { pricesChanged } from './consumers/prices-changed.ts';
import { quoteCreated } from './consumers/quote-created.ts';
import { cartsContext, type CartsContext } from './context.ts';
import { cartsEntities, type CartsTables } from './entities/tables.ts';
import { CartLineResolver } from './graphql/cart-line.resolver.ts';
import { CartMutations } from './graphql/cart.mutations.ts';
import { CartQueries } from './graphql/cart.queries.ts';
import { CartResolver } from './graphql/cart.resolver.ts';
import { CartSubscriptions } from './graphql/cart.subscriptions.ts';
import { cartsReferences } from './graphql/carts.reference.ts';
import { CartPeerResolver } from './graphql/peer.resolver.ts';
import { cartsMigrations } from './migrations/index.ts';
import { repriceWatched } from './use-cases/reprice-watched.ts';

/** Composition root: carts, always priced, and live. */
export function cartsSubgraph(config: CartsConfig = readCartsConfig(process.env)): Subgraph {
  return defineSubgraph<CartsTables, CartsContext>({
    name: 'carts',
    entities: cartsEntities,
    migrations: cartsMigrations,
    aggregates: ['cart'],
    resolvers: [CartQueries, CartMutations, CartSubscriptions, CartResolver, CartLineResolver, CartPeerResolver],
    references: cartsReferences,
    context: cartsContext(config),
    consumers: [orderPlaced, quoteCreated, pricesChanged],
    start: async (context) => {
      const run = (): Promise<void> => context.turns.take('reprice-watched', () => repriceWatched(context)).catch(() => undefined); // still stale: the next change or reader tries again
      context.bus.consume(['priceList'], async () => void run());
    },
  });
}
