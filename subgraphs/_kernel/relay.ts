import type { Bus } from '#kernel/bus.ts';
import type { Database } from '#kernel/database.ts';
import { markPublished, waitingEvents } from '#kernel/outbox.ts';
import type { OutboxMessage } from '#kernel/tables.ts';

export interface Relay {
  /** Says that there may be work; returns at once. */
  nudge(): void;
  /** Resolves when nothing is waiting any more; what has to be retried later counts as not waiting now. */
  drained(): Promise<void>;
  stop(): Promise<void>;
}

const BATCH = 500;
const MAX_ATTEMPTS = 20;
const RETRY_MS = 250;

/**
 * Carries committed events from the outbox to the bus, in order of their ids, and marks them once every consumer has them.
 * Killed between publish and mark it publishes again after the restart: consumers recognise that.
 */
export function startRelay(db: Pick<Database<object>, 'kernel' | 'onAnnounce'>, bus: Bus, onError: (error: unknown, event: OutboxMessage) => void): Relay {
  const sql = db.kernel;
  let working: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function deliver(event: OutboxMessage): Promise<boolean> {
    try {
      await bus.publish(event);
      return true;
    } catch (error) {
      const attempts = event.attempts + 1;
      const parkedAt = attempts >= MAX_ATTEMPTS ? new Date() : null; // a poison event must not hold up the others for ever
      await sql.updateTable('OutboxMessage').set({ attempts, parkedAt }).where('id', '=', event.id).execute();
      onError(error, event);
      return false;
    }
  }

  /** An aggregate whose event failed waits as a whole, so that its order is kept. @returns whether all was delivered */
  async function deliverBatch(batch: readonly OutboxMessage[]): Promise<boolean> {
    const held = new Set<string>();
    const done: string[] = [];
    for (const event of batch) {
      const aggregate = `${event.aggregateType}:${event.aggregateId}`;
      if (held.has(aggregate)) continue;
      if (await deliver(event)) done.push(event.id);
      else held.add(aggregate);
    }
    if (done.length > 0) await markPublished(sql, done);
    return held.size === 0;
  }

  async function work(): Promise<void> {
    do {
      again = false;
      const batch = await waitingEvents(sql, BATCH);
      const allDelivered = await deliverBatch(batch);
      if (!allDelivered) return retryLater();
      if (batch.length === BATCH) again = true;
    } while (again && !stopped);
  }

  function retryLater(): void {
    retry ??= setTimeout(() => {
      retry = undefined;
      nudge();
    }, RETRY_MS).unref();
  }

  function nudge(): void {
    if (stopped) return;
    if (working) {
      again = true;
      return;
    }
    working = work()
      .catch(retryLater) // the database did not answer: the rows are still there
      .finally(() => {
        working = undefined;
        if (again) nudge();
      });
  }

  db.onAnnounce(nudge);
  nudge(); // what an earlier process left behind
  return {
    nudge,
    async drained() {
      while (working) await working;
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await working;
    },
  };
}
