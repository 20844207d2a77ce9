import type { DomainEvent } from '#kernel/events.ts';
import type { Tx } from '#kernel/database.ts';
import { createFeed, type Feed } from '#kernel/feed.ts';
import { gather, type Gathering } from '#kernel/gather.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { TimelineConfig } from './config.ts';
import type { TimelineTables } from './entities/tables.ts';
import { createLoaders, type TimelineLoaders } from './graphql/loaders.ts';
import { recordEvents } from './use-cases/record-events.ts';

export interface TimelineContext extends BaseContext<TimelineTables> {
  readonly config: TimelineConfig;
  readonly feed: Feed;
  /** What happened waits here to be recorded, many at once. */
  readonly recording: Gathering<DomainEvent>;
  readonly loaders: TimelineLoaders;
}

export type TimelineTx = Tx<TimelineTables>;

export function timelineContext(config: TimelineConfig): (base: BaseContext<TimelineTables>) => TimelineContext {
  let feed: Feed | undefined;
  let recording: Gathering<DomainEvent> | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'deal');
    recording ??= gather((events) => recordEvents(base, events), config);
    return { ...base, config, feed, recording, loaders: createLoaders(base.ask) };
  };
}
