import type { Tx } from '#kernel/database.ts';
import { createFeed, type Feed } from '#kernel/feed.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { ReturnsConfig } from './config.ts';
import type { ReturnsTables } from './entities/tables.ts';
import { createLoaders, type ReturnsLoaders } from './graphql/loaders.ts';

export interface ReturnsContext extends BaseContext<ReturnsTables> {
  readonly config: ReturnsConfig;
  readonly feed: Feed;
  readonly loaders: ReturnsLoaders;
}

export type ReturnsTx = Tx<ReturnsTables>;

export function returnsContext(config: ReturnsConfig): (base: BaseContext<ReturnsTables>) => ReturnsContext {
  let feed: Feed | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'return');
    return { ...base, config, feed, loaders: createLoaders(base.db.sql) };
  };
}
