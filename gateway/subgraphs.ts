import type { Env } from '#kernel/settings.ts';
import type { Subgraph } from '#kernel/subgraph.ts';
import { readAccountsConfig } from '../subgraphs/accounts/config.ts';
import type { MergeFailpoint } from '../subgraphs/accounts/failpoint.ts';
import { accountsSubgraph } from '../subgraphs/accounts/subgraph.ts';
import type { Issuer } from '../subgraphs/accounts/issuer.ts';
import { readCartsConfig } from '../subgraphs/carts/config.ts';
import { cartsSubgraph } from '../subgraphs/carts/subgraph.ts';
import { readCatalogConfig } from '../subgraphs/catalog/config.ts';
import { catalogSubgraph } from '../subgraphs/catalog/subgraph.ts';
import { readNotificationsConfig } from '../subgraphs/notifications/config.ts';
import type { Mailer } from '../subgraphs/notifications/outside/mailer.ts';
import { notificationsSubgraph } from '../subgraphs/notifications/subgraph.ts';
import { readChannelsConfig } from '../subgraphs/channels/config.ts';
import { channelsSubgraph } from '../subgraphs/channels/subgraph.ts';
import { readOrdersConfig } from '../subgraphs/orders/config.ts';
import type { Failpoint } from '../subgraphs/orders/failpoint.ts';
import { ordersSubgraph } from '../subgraphs/orders/subgraph.ts';
import { readPartnersConfig } from '../subgraphs/partners/config.ts';
import { partnersSubgraph } from '../subgraphs/partners/subgraph.ts';
import { readPunchoutConfig } from '../subgraphs/punchout/config.ts';
import { punchoutSubgraph } from '../subgraphs/punchout/subgraph.ts';
import { readQuotesConfig } from '../subgraphs/quotes/config.ts';
import { quotesSubgraph } from '../subgraphs/quotes/subgraph.ts';
import { readReturnsConfig } from '../subgraphs/returns/config.ts';
import { returnsSubgraph } from '../subgraphs/returns/subgraph.ts';
import { readTimelineConfig } from '../subgraphs/timeline/config.ts';
import { timelineSubgraph } from '../subgraphs/timeline/subgraph.ts';
import { readWebhooksConfig } from '../subgraphs/webhooks/config.ts';
import { webhooksSubgraph } from '../subgraphs/webhooks/subgraph.ts';

/** The subgraphs of the product. With embedded.ts the only place beside the gateway that sees them. */
export const ourSubgraphs = ({ issuer, demo, env, failpoint, mergeFailpoint, preview }: { issuer: Issuer; demo: boolean; env: Env; failpoint?: Failpoint; mergeFailpoint?: MergeFailpoint; preview?: Mailer }): Subgraph[] => [
  accountsSubgraph({ issuer, demo, accounts: readAccountsConfig(env), failpoint: mergeFailpoint }),
  catalogSubgraph({ demo, catalog: readCatalogConfig(env) }),
  cartsSubgraph(readCartsConfig(env)),
  quotesSubgraph(readQuotesConfig(env)),
  ordersSubgraph({ orders: readOrdersConfig(env), failpoint }),
  returnsSubgraph({ returns: readReturnsConfig(env) }),
  webhooksSubgraph({ webhooks: readWebhooksConfig(env) }),
  timelineSubgraph({ timeline: readTimelineConfig(env) }),
  partnersSubgraph({ partners: readPartnersConfig(env) }),
  notificationsSubgraph({ notifications: readNotificationsConfig(env), preview }),
  channelsSubgraph({ channels: readChannelsConfig(env) }),
  punchoutSubgraph({ punchout: readPunchoutConfig(env) }),
];
