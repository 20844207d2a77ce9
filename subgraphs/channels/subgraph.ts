import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readChannelsConfig, type ChannelsConfig } from './config.ts';
import { channelsContext, type ChannelsContext } from './context.ts';
import { channelsEntities, type ChannelsTables } from './entities/tables.ts';
import { ChannelOrdersResolver, ChannelQuotesResolver } from './graphql/channel-lists.resolver.ts';
import { channelsReferences } from './graphql/channels.reference.ts';
import { OutsideOrderResolver, OutsideQuoteResolver } from './graphql/outside-document.resolver.ts';
import { HandOverResolver } from './graphql/hand-over.resolver.ts';
import { keepHouseOnSchedule } from './keep-house.ts';
import { channelsMigrations } from './migrations/index.ts';
import { mergeDocuments } from './use-cases/merge-documents.ts';
import { queueHandOver } from './use-cases/queue-hand-over.ts';
import { tellRefused } from './use-cases/tell-refused.ts';

export interface ChannelsOptions {
  readonly channels?: ChannelsConfig;
}

/** Composition root: orders and quotes go to systems of the seller's own, and those of other channels are seen here. */
export function channelsSubgraph({ channels = readChannelsConfig({}) }: ChannelsOptions): Subgraph {
  return defineSubgraph<ChannelsTables, ChannelsContext>({
    name: 'channels',
    entities: channelsEntities,
    migrations: channelsMigrations,
    aggregates: ['handOver'],
    resolvers: [ChannelOrdersResolver, ChannelQuotesResolver, OutsideOrderResolver, OutsideQuoteResolver, HandOverResolver],
    references: channelsReferences,
    context: channelsContext(channels),
    consumers: [],
    takeover: mergeDocuments,
    start: async (context) => {
      context.bus.consume(['order', 'quote'], (event) => queueHandOver(context, event)); // no inbox: an order waits once, under its id
      context.bus.consume(['handOver'], (event) => tellRefused(context, event)); // no inbox: the id of a notice is its event's, so twice is once
      context.sending.nudge(); // what an earlier process left behind
      const endHouse = keepHouseOnSchedule(context);
      return async () => {
        await endHouse();
        await context.sending.stop();
        for (const channel of Object.values(context.channels)) await channel?.close();
      };
    },
  });
}
