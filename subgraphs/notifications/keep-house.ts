import type { NotificationsContext } from './context.ts';
import { forgetOld } from './use-cases/forget-old.ts';

const HOUR_MS = 3_600_000;

/** Forgets what is old every hour. @returns what ends it, after the round at hand */
export function keepHouseOnSchedule(context: NotificationsContext): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= forgetOld(context)
      .catch((error: unknown) => context.log('old notifications could not be forgotten', { subgraph: 'notifications', error: String(error) }))
      .finally(() => (round = undefined));
  }, HOUR_MS).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
