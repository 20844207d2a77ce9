import { createFeed, type Feed } from '#kernel/feed.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import { createTurns, type Turns } from '#kernel/take-turns.ts';
import { createWatched, type Watched } from '#kernel/watched.ts';
import type { QuotesConfig } from './config.ts';
import type { QuotesTables } from './entities/tables.ts';
import { createLoaders, type QuotesLoaders } from './graphql/loaders.ts';

export interface QuotesContext extends BaseContext<QuotesTables> {
  readonly config: QuotesConfig;
  readonly feed: Feed;
  readonly loaders: QuotesLoaders;
  /** Quotes that somebody in this process follows live. */
  readonly watched: Watched;
  readonly turns: Turns;
}

export function quotesContext(config: QuotesConfig): (base: BaseContext<QuotesTables>) => QuotesContext {
  const watched = createWatched();
  const turns = createTurns();
  let feed: Feed | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'quote');
    return { ...base, config, feed, watched, turns, loaders: createLoaders(base.db.sql) };
  };
}
