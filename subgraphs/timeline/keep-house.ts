import type { TimelineContext } from './context.ts';
import { forgetOldDeals } from './use-cases/forget-old-deals.ts';

const HOUR_MS = 3_600_000;

/** Forgets old deals every hour. @returns what ends it, after the round at hand */
export function keepHouseOnSchedule(context: TimelineContext): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= forgetOldDeals(context)
      .catch((error: unknown) => context.log('old deals could not be forgotten', { subgraph: 'timeline', error: String(error) }))
      .finally(() => (round = undefined));
  }, HOUR_MS).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
