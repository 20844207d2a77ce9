import type { CatalogContext } from './context.ts';
import { forgetOldDeliveries } from './use-cases/receive-hook.ts';
import { releaseExpiredStock } from './use-cases/release-expired-stock.ts';
import { sweepPriceLists } from './use-cases/sweep-price-lists.ts';
import { tellOutside } from './use-cases/tell-outside.ts';

/** Work nobody asks for. A round that fails leaves its rows to the next one. */
const CHORES = {
  'expired stock could not be released': releaseExpiredStock,
  'old prices could not be removed': sweepPriceLists,
  'the outside system could not be told': tellOutside,
  'old pushes could not be forgotten': forgetOldDeliveries,
} as const;

/** Does the catalog's housekeeping every few seconds, one round of a chore at a time; a slow chore holds up no other. @returns what ends it, after the rounds at hand */
export function keepHouseOnSchedule(context: CatalogContext): () => Promise<void> {
  const rounds = new Map<string, Promise<unknown>>();
  const timer = setInterval(() => {
    for (const [failure, work] of Object.entries(CHORES)) {
      if (rounds.has(failure)) continue;
      const round = work(context)
        .catch((error: unknown) => context.log(failure, { subgraph: 'catalog', error: String(error) })) // the next round tries again
        .finally(() => rounds.delete(failure));
      rounds.set(failure, round);
    }
  }, context.config.releaseEverySeconds * 1_000).unref();
  return async () => {
    clearInterval(timer);
    await Promise.all(rounds.values());
  };
}
