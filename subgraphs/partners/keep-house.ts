import type { PartnersContext } from './context.ts';
import { forgetOffers } from './use-cases/forget-offers.ts';

const HOUR_MS = 3_600_000;

/** Forgets old promises every hour. @returns what ends it, after the round at hand */
export function keepHouseOnSchedule(context: PartnersContext): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= forgetOffers(context)
      .catch((error: unknown) => context.log('old price offers could not be forgotten', { subgraph: 'partners', error: String(error) }))
      .finally(() => (round = undefined));
  }, HOUR_MS).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
