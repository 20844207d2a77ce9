import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readTimelineConfig, type TimelineConfig } from './config.ts';
import { timelineContext, type TimelineContext } from './context.ts';
import { TIMELINE_AGGREGATES } from './domain/timeline-kinds.ts';
import { timelineEntities, type TimelineTables } from './entities/tables.ts';
import { TimelineEntryResolver } from './graphql/timeline-entry.resolver.ts';
import { TimelineQueries } from './graphql/timeline.queries.ts';
import { TimelineSubscriptions } from './graphql/timeline.subscriptions.ts';
import { keepHouseOnSchedule } from './keep-house.ts';
import { timelineMigrations } from './migrations/index.ts';
import { mergeDeals } from './use-cases/merge-deals.ts';
import { readDealHistory } from './use-cases/read-deal-history.ts';

export interface TimelineOptions {
  readonly timeline?: TimelineConfig;
}

/** Composition root: what happened in a deal, from its cart to its returns. */
export function timelineSubgraph({ timeline = readTimelineConfig({}) }: TimelineOptions): Subgraph {
  return defineSubgraph<TimelineTables, TimelineContext>({
    name: 'timeline',
    entities: timelineEntities,
    migrations: timelineMigrations,
    aggregates: [],
    resolvers: [TimelineQueries, TimelineEntryResolver, TimelineSubscriptions],
    references: {},
    context: timelineContext(timeline),
    consumers: [],
    takeover: mergeDeals,
    start: async (context) => {
      if (!timeline.enabled) return;
      context.bus.offerHistory(['deal'], (_type, dealId, after) => readDealHistory(context, dealId, after)); // the entries are the history
      context.bus.collect(TIMELINE_AGGREGATES, (event) => context.recording.put(event)); // no inbox: the last version of each aggregate is with its deal
      const endHouse = keepHouseOnSchedule(context);
      return async () => {
        await endHouse();
        await context.recording.stop();
      };
    },
  });
}
