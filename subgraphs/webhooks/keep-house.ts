import type { WebhooksContext } from './context.ts';
import { forgetOldDeliveries } from './use-cases/forget-old-deliveries.ts';

const HOUR_MS = 3_600_000;

/** Forgets old messages every hour. @returns what ends it, after the round at hand */
export function keepHouseOnSchedule(context: WebhooksContext): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= forgetOldDeliveries(context)
      .catch((error: unknown) => context.log('old webhook messages could not be forgotten', { subgraph: 'webhooks', error: String(error) }))
      .finally(() => (round = undefined));
  }, HOUR_MS).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
