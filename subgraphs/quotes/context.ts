import { diskFiles } from '#kernel/disk-files.ts';
import { createFeed, type Feed } from '#kernel/feed.ts';
import type { FileStore } from '#kernel/file-store.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import { createTurns, type Turns } from '#kernel/take-turns.ts';
import { createWatched, type Watched } from '#kernel/watched.ts';
import type { QuotesConfig } from './config.ts';
import type { QuotesTables } from './entities/tables.ts';
import { httpCpq } from './outside/http-cpq.ts';
import type { Cpq } from './outside/ports.ts';
import { createLoaders, type QuotesLoaders } from './graphql/loaders.ts';

export interface QuotesContext extends BaseContext<QuotesTables> {
  readonly config: QuotesConfig;
  readonly feed: Feed;
  /** What attachments hold. */
  readonly files: FileStore;
  readonly loaders: QuotesLoaders;
  /** Quotes that somebody in this process follows live. */
  readonly watched: Watched;
  readonly turns: Turns;
  /** The seller's own CPQ, if there is one. */
  readonly cpq: Cpq | null;
}

export function quotesContext(config: QuotesConfig): (base: BaseContext<QuotesTables>) => QuotesContext {
  const watched = createWatched();
  const turns = createTurns();
  let feed: Feed | undefined;
  let files: FileStore | undefined;
  let cpq: Cpq | null | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'quote');
    files ??= diskFiles(base.dataDir, 'quote-attachments');
    cpq ??= openCpq(config, base);
    return { ...base, config, feed, files, watched, turns, cpq, loaders: createLoaders(base) };
  };
}

function openCpq({ cpqUrl: url, cpqSecret: secret, cpqTimeoutMs: timeoutMs, cpqPlaces: places }: QuotesConfig, base: BaseContext<QuotesTables>): Cpq | null {
  return url === undefined ? null : httpCpq({ url, secret, timeoutMs, places }, base);
}
