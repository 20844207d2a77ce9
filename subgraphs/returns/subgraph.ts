import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { returnsContext, type ReturnsContext } from './context.ts';
import { returnsEntities, type ReturnsTables } from './entities/tables.ts';
import { ForeignOrder } from './graphql/foreign-types.ts';
import { OrderReturnsResolver } from './graphql/order.resolver.ts';
import { ReturnLineResolver } from './graphql/return-line.resolver.ts';
import { ReturnMutations } from './graphql/return.mutations.ts';
import { ReturnQueries } from './graphql/return.queries.ts';
import { returnsReferences } from './graphql/return.reference.ts';
import { ReturnResolver } from './graphql/return.resolver.ts';
import { ReturnSubscriptions } from './graphql/return.subscriptions.ts';
import { returnsMigrations } from './migrations/index.ts';

export interface ReturnsOptions {
  /** Whether the seller has to agree to a submitted return; on unless said otherwise. */
  readonly approval?: boolean;
}

/** Composition root: what buyers send back, and the seller's word on it. */
export function returnsSubgraph({ approval = true }: ReturnsOptions): Subgraph {
  return defineSubgraph<ReturnsTables, ReturnsContext>({
    name: 'returns',
    entities: returnsEntities,
    migrations: returnsMigrations,
    aggregates: ['return'],
    orphanedTypes: [ForeignOrder], // no query of ours answers with it
    resolvers: [ReturnQueries, ReturnMutations, ReturnResolver, ReturnLineResolver, ReturnSubscriptions, OrderReturnsResolver],
    references: returnsReferences,
    context: returnsContext({ approval }),
    consumers: [],
  });
}
