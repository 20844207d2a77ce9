import { createFeed, type Feed } from '#kernel/feed.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { QuotesConfig } from './config.ts';
import type { QuotesTables } from './entities/tables.ts';
import { createLoaders, type QuotesLoaders } from './graphql/loaders.ts';

export interface QuotesContext extends BaseContext<QuotesTables> {
  readonly config: QuotesConfig;
  readonly feed: Feed;
  readonly loaders: QuotesLoaders;
}

export function quotesContext(config: QuotesConfig): (base: BaseContext<QuotesTables>) => QuotesContext {
  let feed: Feed | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'quote');
    return { ...base, config, feed, loaders: createLoaders(base.db.sql) };
  };
}
