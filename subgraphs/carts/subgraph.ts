import '#kernel/reflect.ts';
import { runAgain } from '#kernel/run-again.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import type { CartsConfig } from './config.ts';
import { orderPlaced } from './consumers/order-placed.ts';
import { quoteCreated } from './consumers/quote-created.ts';
import { transferMoved } from './consumers/transfer-moved.ts';
import { RULE_TYPES, rulesChanged } from './consumers/rules-changed.ts';
import { cartsContext, type CartsContext } from './context.ts';
import { cartsEntities, type CartsTables } from './entities/tables.ts';
import { CartAreaResolver } from './graphql/cart-area.resolver.ts';
import { CartAttachmentResolver } from './graphql/cart-attachment.resolver.ts';
import { CartContentMutations } from './graphql/cart-content.mutations.ts';
import { CartContentResolver } from './graphql/cart-content.resolver.ts';
import { CartLineResolver } from './graphql/cart-line.resolver.ts';
import { CartMutations } from './graphql/cart.mutations.ts';
import { CartNamesResolver } from './graphql/cart-names.resolver.ts';
import { CartPartyResolver } from './graphql/cart-party.resolver.ts';
import { CartPricingResolver } from './graphql/cart-pricing.resolver.ts';
import { CartQueries } from './graphql/cart.queries.ts';
import { CartResolver } from './graphql/cart.resolver.ts';
import { CartSubscriptions } from './graphql/cart.subscriptions.ts';
import { CartInvitationResolver, CartMemberResolver, CartMembersResolver } from './graphql/cart-member.resolver.ts';
import { cartsReferences } from './graphql/carts.reference.ts';
import { DirectEntryResolver } from './graphql/direct-entry.resolver.ts';
import { PunchOutPeerResolver } from './graphql/punch-out-peer.resolver.ts';
import { ExpressPeerResolver } from './graphql/express-peer.resolver.ts';
import { ExpressResolver } from './graphql/express.resolver.ts';
import { CartPeerResolver } from './graphql/peer.resolver.ts';
import { TransferPeerResolver } from './graphql/transfer-peer.resolver.ts';
import { CartEstimateResolver, CartLineEstimateResolver } from './graphql/price-estimate.resolver.ts';
import { ShoppingListMutations } from './graphql/shopping-list.mutations.ts';
import { ShoppingListLineResolver, ShoppingListQueries } from './graphql/shopping-list.queries.ts';
import { ShoppingListSubscriptions } from './graphql/shopping-list.subscriptions.ts';
import { attachmentRoutes } from './http/attachment-routes.ts';
import { keepHouseOnSchedule } from './keep-house.ts';
import { CartWatcherResolver, PresenceSubscriptions } from './graphql/presence.subscriptions.ts';
import { SharingMutations } from './graphql/sharing.mutations.ts';
import { cartsMigrations } from './migrations/index.ts';
import { mergeCarts } from './use-cases/merge-carts.ts';
import { repriceWatched } from './use-cases/reprice-watched.ts';
import { sendNotice } from './use-cases/send-notice.ts';

/** Composition root: carts, always priced, and live. */
export function cartsSubgraph(config: CartsConfig): Subgraph {
  return defineSubgraph<CartsTables, CartsContext>({
    name: 'carts',
    entities: cartsEntities,
    migrations: cartsMigrations,
    aggregates: ['cart', 'cartNotice', 'shoppingList'],
    resolvers: [
      CartQueries,
      CartMutations,
      CartSubscriptions,
      CartResolver,
      CartPricingResolver,
      CartPartyResolver,
      CartLineResolver,
      CartAttachmentResolver,
      CartAreaResolver,
      CartNamesResolver,
      CartContentMutations,
      CartContentResolver,
      CartMembersResolver,
      CartMemberResolver,
      CartInvitationResolver,
      SharingMutations,
      PresenceSubscriptions,
      CartWatcherResolver,
      DirectEntryResolver,
      CartPeerResolver,
      TransferPeerResolver,
      CartEstimateResolver,
      CartLineEstimateResolver,
      ExpressResolver,
      PunchOutPeerResolver, ExpressPeerResolver,
      ShoppingListQueries,
      ShoppingListLineResolver,
      ShoppingListMutations,
      ShoppingListSubscriptions,
    ],
    references: cartsReferences,
    context: cartsContext(config),
    consumers: [orderPlaced, quoteCreated, transferMoved, ...rulesChanged],
    takeover: mergeCarts,
    routes: attachmentRoutes,
    start: async (context) => {
      const reprice = runAgain(() => repriceWatched(context).catch(() => undefined)); // still stale: the next change or reader tries again
      context.bus.consume(['cartNotice'], (event) => sendNotice(context, event)); // no inbox: the notice has the event's id, so twice is once
      context.bus.consume(RULE_TYPES, async () => reprice.nudge());
      const endKeeping = keepHouseOnSchedule(context);
      return async () => {
        await endKeeping();
        await context.files.close();
      };
    },
  });
}
