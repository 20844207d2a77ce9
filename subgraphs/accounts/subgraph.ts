import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readAccountsConfig, type AccountsConfig } from './config.ts';
import { orderPlaced } from './consumers/order-placed.ts';
import { accountsContext } from './context.ts';
import { seedDemoPeople } from './demo.ts';
import { accountsEntities, type AccountsTables } from './entities/tables.ts';
import { accountsReferences } from './graphql/accounts.reference.ts';
import { LoadsResolver } from './graphql/loads.resolver.ts';
import { AccountResolver, UserResolver, ViewerResolver } from './graphql/accounts.resolver.ts';
import type { AccountsContext } from './context.ts';
import { AccountsPeerResolver } from './graphql/peer.resolver.ts';
import { MembersPeerResolver } from './graphql/members-peer.resolver.ts';
import { TransferPeerResolver } from './graphql/transfer-peer.resolver.ts';
import { PunchOutPeerResolver } from './graphql/punch-out-peer.resolver.ts';
import { RegistrationResolver } from './graphql/registration.resolver.ts';
import { AddressBookResolver } from './graphql/address-book.resolver.ts';
import { CheckoutPreferencesResolver } from './graphql/checkout-preferences.resolver.ts';
import { AddressResolver, ContactResolver, PartyResolver, PartyRightsResolver } from './graphql/party.resolver.ts';
import { PartyPeerResolver } from './graphql/party-peer.resolver.ts';
import { PaymentBookResolver } from './graphql/payment-book.resolver.ts';
import type { MergeFailpoint } from './failpoint.ts';
import { MergeResolver } from './graphql/merge.resolver.ts';
import { MergeSubscriptions } from './graphql/merge.subscriptions.ts';
import { AccountPartyResolver, RegistryPartyResolver } from './graphql/registry-party.resolver.ts';
import { SiteAccessResolver } from './graphql/site-access.resolver.ts';
import type { Issuer } from './issuer.ts';
import { accountsMigrations } from './migrations/index.ts';
import { startResumingMerges } from './use-cases/resume-merges.ts';

export interface AccountsOptions {
  readonly issuer: Issuer;
  readonly demo: boolean;
  readonly accounts?: AccountsConfig;
  /** Tests stop a merge dead here. */
  readonly failpoint?: MergeFailpoint;
}

/** Composition root: who people are, whom they belong to, and the built-in issuer of tokens. */
export function accountsSubgraph(options: AccountsOptions): Subgraph {
  return defineSubgraph<AccountsTables, AccountsContext>({
    name: 'accounts',
    entities: accountsEntities,
    migrations: accountsMigrations,
    aggregates: ['account', 'merge'],
    resolvers: [PunchOutPeerResolver, RegistrationResolver, LoadsResolver, ViewerResolver, AccountResolver, UserResolver, AddressBookResolver, AddressResolver, PartyResolver, PartyRightsResolver, ContactResolver, PaymentBookResolver, CheckoutPreferencesResolver, AccountsPeerResolver, PartyPeerResolver, MembersPeerResolver, TransferPeerResolver, MergeResolver, MergeSubscriptions, RegistryPartyResolver, AccountPartyResolver, SiteAccessResolver],
    references: accountsReferences,
    context: accountsContext(options.issuer, options.accounts ?? readAccountsConfig({}), options.failpoint ?? (() => undefined)),
    consumers: [orderPlaced(options.accounts ?? readAccountsConfig({}))],
    start: async (context) => {
      if (options.demo) await seedDemoPeople(context);
      return startResumingMerges(context);
    },
  });
}
