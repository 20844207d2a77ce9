import type { Tx } from '#kernel/database.ts';
import { createFeed, type Feed } from '#kernel/feed.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { ReturnsTables } from './entities/tables.ts';
import { createLoaders, type ReturnsLoaders } from './graphql/loaders.ts';

export interface ReturnsSettings {
  /** Whether the seller has to agree to a submitted return. [RET-34, RET-35] */
  readonly approval: boolean;
}

export interface ReturnsContext extends BaseContext<ReturnsTables> {
  readonly settings: ReturnsSettings;
  readonly feed: Feed;
  readonly loaders: ReturnsLoaders;
}

export type ReturnsTx = Tx<ReturnsTables>;

export function returnsContext(settings: ReturnsSettings): (base: BaseContext<ReturnsTables>) => ReturnsContext {
  let feed: Feed | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'return');
    return { ...base, settings, feed, loaders: createLoaders(base.db.sql) };
  };
}
