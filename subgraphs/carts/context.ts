import { createFeed, type Feed } from '#kernel/feed.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import { createTurns, type Turns } from '#kernel/take-turns.ts';
import type { CartsConfig } from './config.ts';
import type { CartsTables } from './entities/tables.ts';
import { createLoaders, type CartsLoaders } from './graphql/loaders.ts';
import { createWatchedCarts, type WatchedCarts } from './watched-carts.ts';

export interface CartsContext extends BaseContext<CartsTables> {
  readonly config: CartsConfig;
  readonly feed: Feed;
  readonly turns: Turns;
  readonly watched: WatchedCarts;
  readonly loaders: CartsLoaders;
}

export function cartsContext(config: CartsConfig): (base: BaseContext<CartsTables>) => CartsContext {
  const turns = createTurns();
  const watched = createWatchedCarts();
  let feed: Feed | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'cart');
    return { ...base, config, turns, watched, feed, loaders: createLoaders(base.db.sql) };
  };
}
