import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { returnEnded } from './consumers/return-ended.ts';
import { ordersContext, type OrdersContext } from './context.ts';
import { ordersEntities, type OrdersTables } from './entities/tables.ts';
import type { Failpoint } from './failpoint.ts';
import { OrderLineResolver } from './graphql/order-line.resolver.ts';
import { OrderTotalsResolver } from './graphql/order-totals.resolver.ts';
import { ordersReferences } from './graphql/order.reference.ts';
import { OrderResolver } from './graphql/order.resolver.ts';
import { OrderSubscriptions } from './graphql/order.subscriptions.ts';
import { ReturnsPeerResolver } from './graphql/returns-peer.resolver.ts';
import { ordersMigrations } from './migrations/index.ts';
import { startResuming } from './use-cases/resume-checkouts.ts';

export interface OrdersOptions {
  /** Tests stop a checkout dead here. */
  readonly failpoint?: Failpoint;
}

/** Composition root: checkout as a saga that survives a kill, and the orders it makes. */
export function ordersSubgraph({ failpoint = () => undefined }: OrdersOptions): Subgraph {
  return defineSubgraph<OrdersTables, OrdersContext>({
    name: 'orders',
    entities: ordersEntities,
    migrations: ordersMigrations,
    aggregates: ['order'],
    resolvers: [OrderResolver, OrderTotalsResolver, OrderLineResolver, OrderSubscriptions, ReturnsPeerResolver],
    references: ordersReferences,
    context: ordersContext(failpoint),
    consumers: [returnEnded],
    start: async (context) => startResuming(context),
  });
}
