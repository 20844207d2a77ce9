import { createFeed, type Feed } from '#kernel/feed.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import { createTurns, type Turns } from '#kernel/take-turns.ts';
import type { CartsConfig } from './config.ts';
import type { CartsTables } from './entities/tables.ts';
import { createLoaders, type CartsLoaders } from './graphql/loaders.ts';
import { createWatched, type Watched } from '#kernel/watched.ts';

export interface CartsContext extends BaseContext<CartsTables> {
  readonly config: CartsConfig;
  readonly feed: Feed;
  readonly turns: Turns;
  readonly watched: Watched;
  readonly loaders: CartsLoaders;
}

export function cartsContext(config: CartsConfig): (base: BaseContext<CartsTables>) => CartsContext {
  const turns = createTurns();
  const watched = createWatched();
  let feed: Feed | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'cart');
    return { ...base, config, turns, watched, feed, loaders: createLoaders(base.db.sql) };
  };
}
