import type { Tx } from '#kernel/database.ts';
import { createFeed, type Feed } from '#kernel/feed.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import { createTurns, type Turns } from '#kernel/take-turns.ts';
import type { PartnersConfig } from './config.ts';
import type { PartnersTables } from './entities/tables.ts';
import { createLoaders, type PartnersLoaders } from './graphql/loaders.ts';
import { openPartnerLines, type PartnerLines } from './outside/partner-lines.ts';

export interface PartnersContext extends BaseContext<PartnersTables> {
  readonly config: PartnersConfig;
  readonly feed: Feed;
  readonly lines: PartnerLines;
  /** One message of a key at a time. */
  readonly turns: Turns;
  readonly loaders: PartnersLoaders;
}

export type PartnersTx = Tx<PartnersTables>;

export function partnersContext(config: PartnersConfig): (base: BaseContext<PartnersTables>) => PartnersContext {
  const turns = createTurns();
  let feed: Feed | undefined;
  let lines: PartnerLines | undefined;
  return (base) => {
    feed ??= createFeed(base.bus, 'transfer');
    lines ??= openPartnerLines({ ...config, code: config.code ?? '' }, base.clock);
    return { ...base, config, feed, lines, turns, loaders: createLoaders(base.db.sql) };
  };
}
