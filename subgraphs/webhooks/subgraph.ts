import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readWebhooksConfig, type WebhooksConfig } from './config.ts';
import { webhooksContext, type WebhooksContext } from './context.ts';
import { TOLD_AGGREGATES } from './domain/event-types.ts';
import { webhooksEntities, type WebhooksTables } from './entities/tables.ts';
import { WebhookMutations } from './graphql/webhook.mutations.ts';
import { WebhookQueries } from './graphql/webhook.queries.ts';
import { WebhookDeliveryResolver, WebhookEndpointResolver } from './graphql/webhook.resolver.ts';
import { keepHouseOnSchedule } from './keep-house.ts';
import { webhooksMigrations } from './migrations/index.ts';
import { queueEvent } from './use-cases/queue-event.ts';

export interface WebhooksOptions {
  readonly webhooks?: WebhooksConfig;
}

/** Composition root: whoever is outside hears of what happens inside. */
export function webhooksSubgraph({ webhooks = readWebhooksConfig({}) }: WebhooksOptions): Subgraph {
  return defineSubgraph<WebhooksTables, WebhooksContext>({
    name: 'webhooks',
    entities: webhooksEntities,
    migrations: webhooksMigrations,
    aggregates: [],
    resolvers: [WebhookQueries, WebhookMutations, WebhookEndpointResolver, WebhookDeliveryResolver],
    references: {},
    context: webhooksContext(webhooks),
    consumers: [],
    start: async (context) => {
      context.bus.consume(TOLD_AGGREGATES, (event) => queueEvent(context, event)); // no inbox: a message is written once for its event's id
      context.sending.nudge(); // what an earlier process left behind
      const endHouse = keepHouseOnSchedule(context);
      return async () => {
        await endHouse();
        await context.sending.stop();
        await context.poster.close();
      };
    },
  });
}
