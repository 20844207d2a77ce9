import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readCartsConfig, type CartsConfig } from './config.ts';
import { orderPlaced } from './consumers/order-placed.ts';
import { quoteCreated } from './consumers/quote-created.ts';
import { RULE_TYPES, rulesChanged } from './consumers/rules-changed.ts';
import { cartsContext, type CartsContext } from './context.ts';
import { cartsEntities, type CartsTables } from './entities/tables.ts';
import { CartLineResolver } from './graphql/cart-line.resolver.ts';
import { CartMutations } from './graphql/cart.mutations.ts';
import { CartPricingResolver } from './graphql/cart-pricing.resolver.ts';
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
    resolvers: [CartQueries, CartMutations, CartSubscriptions, CartResolver, CartPricingResolver, CartLineResolver, CartPeerResolver],
    references: cartsReferences,
    context: cartsContext(config),
    consumers: [orderPlaced, quoteCreated, ...rulesChanged],
    start: async (context) => {
      const run = (): Promise<void> => context.turns.take('reprice-watched', () => repriceWatched(context)).catch(() => undefined); // still stale: the next change or reader tries again
      context.bus.consume(RULE_TYPES, async () => void run());
    },
  });
}
