import type { CatalogContext } from './context.ts';
import { releaseExpiredStock } from './use-cases/release-expired-stock.ts';

/** Looks for expired reservations every few seconds, one round at a time. @returns what ends it, after the round at hand */
export function releaseOnSchedule(context: CatalogContext): () => Promise<void> {
  let round: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    round ??= releaseExpiredStock(context)
      .catch(() => undefined) // the database did not answer; the rows are still there for the next round
      .finally(() => (round = undefined));
  }, context.config.releaseEverySeconds * 1_000).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
