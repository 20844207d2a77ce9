import { diskFiles } from '#kernel/disk-files.ts';
import { createFeed, type Feed } from '#kernel/feed.ts';
import type { FileStore } from '#kernel/file-store.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import { createTurns, type Turns } from '#kernel/take-turns.ts';
import type { CartsConfig } from './config.ts';
import type { CartsTables } from './entities/tables.ts';
import { createLoaders, type CartsLoaders } from './graphql/loaders.ts';
import { createPresence, type Presence } from '#kernel/presence.ts';
import { createWatched, type Watched } from '#kernel/watched.ts';

export interface CartsContext extends BaseContext<CartsTables> {
  readonly config: CartsConfig;
  readonly feed: Feed;
  readonly listFeed: Feed;
  readonly turns: Turns;
  readonly watched: Watched;
  /** What attachments hold. */
  readonly files: FileStore;
  readonly presence: Presence;
  readonly loaders: CartsLoaders;
}

export function cartsContext(config: CartsConfig): (base: BaseContext<CartsTables>) => CartsContext {
  const turns = createTurns();
  const watched = createWatched();
  let feed: Feed | undefined;
  let listFeed: Feed | undefined;
  let files: FileStore | undefined;
  let presence: Presence | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'cart');
    listFeed ??= createFeed(base.bus, 'shoppingList');
    presence ??= createPresence(base.bus, 'cart.presence');
    files ??= diskFiles(base.dataDir, 'attachments');
    return { ...base, config, turns, watched, presence, feed, listFeed, files, loaders: createLoaders(base, config.sharing) };
  };
}
