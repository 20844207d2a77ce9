import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { accountsContext } from './context.ts';
import { seedDemoPeople } from './demo.ts';
import { accountsEntities, type AccountsTables } from './entities/tables.ts';
import { accountsReferences } from './graphql/accounts.reference.ts';
import { LoadsResolver } from './graphql/loads.resolver.ts';
import { AccountResolver, UserResolver, ViewerResolver } from './graphql/accounts.resolver.ts';
import type { AccountsContext } from './context.ts';
import { AccountsPeerResolver } from './graphql/peer.resolver.ts';
import type { Issuer } from './issuer.ts';
import { accountsMigrations } from './migrations/index.ts';

/** Composition root: who people are, whom they belong to, and the built-in issuer of tokens. */
export function accountsSubgraph(options: { issuer: Issuer; demo: boolean }): Subgraph {
  return defineSubgraph<AccountsTables, AccountsContext>({
    name: 'accounts',
    entities: accountsEntities,
    migrations: accountsMigrations,
    aggregates: [],
    resolvers: [LoadsResolver, ViewerResolver, AccountResolver, UserResolver, AccountsPeerResolver],
    references: accountsReferences,
    context: accountsContext(options.issuer),
    consumers: [],
    start: async (context) => {
      if (options.demo) await seedDemoPeople(context);
    },
  });
}
