import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readReturnsConfig, type ReturnsConfig } from './config.ts';
import { approvedReturn } from './consumers/approved-return.ts';
import { creditedReturn } from './consumers/credited-return.ts';
import { returnsContext, type ReturnsContext } from './context.ts';
import { returnsEntities, type ReturnsTables } from './entities/tables.ts';
import { ForeignOrder } from './graphql/foreign-types.ts';
import { OrderReturnsResolver } from './graphql/order.resolver.ts';
import { ReceivingMutations } from './graphql/receiving.mutations.ts';
import { ReturnLineReceivingResolver, ReturnReceivingResolver } from './graphql/receiving.resolver.ts';
import { ReturnLineResolver } from './graphql/return-line.resolver.ts';
import { ReturnSettingsResolver } from './graphql/return-settings.resolver.ts';
import { ReturnMutations } from './graphql/return.mutations.ts';
import { ReturnQueries } from './graphql/return.queries.ts';
import { returnsReferences } from './graphql/return.reference.ts';
import { ReturnResolver } from './graphql/return.resolver.ts';
import { ReturnSubscriptions } from './graphql/return.subscriptions.ts';
import { ReturnableLineResolver } from './graphql/returnable-line.resolver.ts';
import { keepHouseOnSchedule } from './keep-house.ts';
import { returnsMigrations } from './migrations/index.ts';
import { mergeReturns } from './use-cases/merge-returns.ts';
import { sendReturnNotice } from './use-cases/send-return-notice.ts';

export interface ReturnsOptions {
  readonly returns?: ReturnsConfig;
}

/** Composition root: what buyers send back, and the seller's word on it. */
export function returnsSubgraph({ returns = readReturnsConfig({}) }: ReturnsOptions): Subgraph {
  return defineSubgraph<ReturnsTables, ReturnsContext>({
    name: 'returns',
    entities: returnsEntities,
    migrations: returnsMigrations,
    aggregates: ['return', 'returnNotice'],
    orphanedTypes: [ForeignOrder], // no query of ours answers with it
    resolvers: [ReturnQueries, ReturnMutations, ReturnResolver, ReturnLineResolver, ReturnSubscriptions, ReturnableLineResolver, ReturnSettingsResolver, OrderReturnsResolver, ReceivingMutations, ReturnReceivingResolver, ReturnLineReceivingResolver],
    references: returnsReferences,
    context: returnsContext(returns),
    consumers: [approvedReturn, creditedReturn],
    takeover: mergeReturns,
    start: async (context) => {
      context.bus.consume(['returnNotice'], (event) => sendReturnNotice(context, event)); // no inbox: the notice has the event's id, so twice is once
      return keepHouseOnSchedule(context);
    },
  });
}
