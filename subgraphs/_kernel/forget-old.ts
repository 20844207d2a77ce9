import type { Database } from '#kernel/database.ts';
import { forgetPublished } from '#kernel/outbox.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How long delivered events can be replayed to a client that comes back. */
const EVENTS_KEPT_MS = 7 * DAY_MS;
/** How long the same key gets the same answer. */
const ANSWERS_KEPT_MS = 30 * DAY_MS;

/** Delivered events and old answers are forgotten, now and every hour. What a consumer has seen of an aggregate stays: it is one row. */
export function startForgetting(db: Pick<Database<object>, 'kernel'>, onError: (error: unknown) => void): () => void {
  const forget = async (): Promise<void> => {
    const now = Date.now();
    await forgetPublished(db.kernel, new Date(now - EVENTS_KEPT_MS));
    await db.kernel.deleteFrom('InboxMessage').where('handledAt', '<', new Date(now - EVENTS_KEPT_MS)).execute();
    await db.kernel.deleteFrom('IdempotencyKey').where('createdAt', '<', new Date(now - ANSWERS_KEPT_MS)).execute();
  };
  const timer = setInterval(() => void forget().catch(onError), HOUR_MS).unref();
  void forget().catch(onError);
  return () => clearInterval(timer);
}
