import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readPunchoutConfig, type PunchoutConfig } from './config.ts';
import { punchoutContext, type PunchoutContext } from './context.ts';
import { punchoutEntities, type PunchoutTables } from './entities/tables.ts';
import { PunchOutPartnerMutations, PunchOutPartnerResolver, PunchOutSessionResolver } from './graphql/punchout.resolver.ts';
import { punchoutRoutes } from './http/punchout-routes.ts';
import { punchoutMigrations } from './migrations/index.ts';
import { mergeVisits } from './use-cases/merge-visits.ts';

export interface PunchoutOptions {
  readonly punchout?: PunchoutConfig;
}

/** Composition root: people come from procurement systems, and go back with a cart. */
export function punchoutSubgraph({ punchout = readPunchoutConfig({}) }: PunchoutOptions): Subgraph {
  return defineSubgraph<PunchoutTables, PunchoutContext>({
    name: 'punchout',
    entities: punchoutEntities,
    migrations: punchoutMigrations,
    aggregates: [],
    resolvers: [PunchOutPartnerMutations, PunchOutPartnerResolver, PunchOutSessionResolver],
    references: {},
    routes: punchoutRoutes,
    context: punchoutContext(punchout),
    consumers: [],
    takeover: mergeVisits,
  });
}
