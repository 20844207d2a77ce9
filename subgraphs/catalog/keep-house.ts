import type { CatalogContext } from './context.ts';
import { releaseExpiredStock } from './use-cases/release-expired-stock.ts';
import { sweepPriceLists } from './use-cases/sweep-price-lists.ts';

/** Work nobody asks for. A round that fails leaves its rows to the next one. */
const ROUNDS = { 'expired stock could not be released': releaseExpiredStock, 'old prices could not be removed': sweepPriceLists } as const;

/** Does the catalog's housekeeping every few seconds, one round at a time. @returns what ends it, after the round at hand */
export function keepHouseOnSchedule(context: CatalogContext): () => Promise<void> {
  let round: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    round ??= doRound(context).finally(() => (round = undefined));
  }, context.config.releaseEverySeconds * 1_000).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}

async function doRound(context: CatalogContext): Promise<void> {
  for (const [failure, work] of Object.entries(ROUNDS)) {
    await work(context).catch((error: unknown) => context.log(failure, { subgraph: 'catalog', error: String(error) })); // the next round tries again
  }
}
