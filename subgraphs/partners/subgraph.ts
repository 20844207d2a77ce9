import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readPartnersConfig, type PartnersConfig } from './config.ts';
import { partnersContext, type PartnersContext } from './context.ts';
import { partnersEntities, type PartnersTables } from './entities/tables.ts';
import { PartnerMutations } from './graphql/partner.mutations.ts';
import { PartnerQueries, ReceivedTransferResolver } from './graphql/partner.queries.ts';
import { partnersReferences } from './graphql/partners.reference.ts';
import { TransferMutations } from './graphql/transfer.mutations.ts';
import { TransferQueries } from './graphql/transfer.queries.ts';
import { CartTransfersResolver, TransferResolver } from './graphql/transfer.resolver.ts';
import { TransferSubscriptions } from './graphql/transfer.subscriptions.ts';
import { partnerTransfersRoute } from './http/partner-transfers-route.ts';
import { keepHouseOnSchedule } from './keep-house.ts';
import { partnersMigrations } from './migrations/index.ts';
import { mergeTransfers } from './use-cases/merge-transfers.ts';
import { startResuming } from './use-cases/resume-transfers.ts';

export interface PartnersOptions {
  readonly partners?: PartnersConfig;
}

/** Composition root: carts go to partners who fulfil them, and come from shops we fulfil for. */
export function partnersSubgraph({ partners = readPartnersConfig({}) }: PartnersOptions): Subgraph {
  return defineSubgraph<PartnersTables, PartnersContext>({
    name: 'partners',
    entities: partnersEntities,
    migrations: partnersMigrations,
    aggregates: ['transfer'],
    resolvers: [TransferQueries, TransferMutations, TransferSubscriptions, TransferResolver, CartTransfersResolver, PartnerQueries, PartnerMutations, ReceivedTransferResolver],
    references: partnersReferences,
    routes: [partnerTransfersRoute],
    context: partnersContext(partners),
    consumers: [],
    takeover: mergeTransfers,
    start: async (context) => {
      const ends = [startResuming(context), keepHouseOnSchedule(context)]; // what is under way comes to its end, also where nothing new may begin
      return async () => {
        for (const end of ends) await end();
        await context.lines.close();
      };
    },
  });
}
