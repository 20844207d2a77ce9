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
/** Doubled with each attempt, so that a peer may be away for minutes before one of its events is parked. */
const RETRY_MS = 250;
const MAX_RETRY_MS = 30_000;

/**
 * Carries committed events from the outbox to the bus, in order of their ids, and marks them once every consumer has them.
 * Killed between publish and mark it publishes again after the restart: consumers recognise that.
 * @param onError told of each failed attempt; the event's parkedAt is set when it was the last one
 */
export function startRelay(
  db: Pick<Database<object>, 'kernel' | 'onAnnounce'>,
  bus: Bus,
  onError: (error: unknown, event: OutboxMessage) => void,
  retryMs: number = RETRY_MS,
): Relay {
  const sql = db.kernel;
  /** Aggregates whose event failed wait as a whole, so that their order is kept. */
  const dueAt = new Map<string, number>();
  let working: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function deliver(event: OutboxMessage, aggregate: string): Promise<boolean> {
    try {
      await bus.publish(event);
      dueAt.delete(aggregate);
      return true;
    } catch (error) {
      const attempts = event.attempts + 1;
      const parkedAt = attempts >= MAX_ATTEMPTS ? new Date() : null; // a poison event must not hold up its aggregate for ever
      await sql.updateTable('OutboxMessage').set({ attempts, parkedAt }).where('id', '=', event.id).execute();
      dueAt.set(aggregate, performance.now() + (parkedAt ? 0 : Math.min(retryMs * 2 ** event.attempts, MAX_RETRY_MS)));
      onError(error, { ...event, attempts, parkedAt });
      return false;
    }
  }

  /** Goes once through all that waits: what is held back stands in nobody else's way. */
  async function pass(): Promise<void> {
    const held = new Set([...dueAt].filter(([, due]) => due > performance.now()).map(([aggregate]) => aggregate));
    for (let batch = await waitingEvents(sql, BATCH); batch.length > 0; batch = await waitingEvents(sql, BATCH, batch.at(-1)?.id)) {
      const done: string[] = [];
      for (const event of batch) {
        const aggregate = `${event.aggregateType}:${event.aggregateId}`;
        if (held.has(aggregate)) continue;
        if (await deliver(event, aggregate)) done.push(event.id);
        else held.add(aggregate);
      }
      if (done.length > 0) await markPublished(sql, done);
      if (batch.length < BATCH || stopped) return;
    }
  }

  async function work(): Promise<void> {
    do {
      again = false;
      await pass();
    } while (again && !stopped);
  }

  function wakeIn(ms: number): void {
    clearTimeout(retry);
    if (!stopped) retry = setTimeout(nudge, ms).unref();
  }

  function nudge(): void {
    if (stopped) return;
    if (working) {
      again = true;
      return;
    }
    working = work()
      .then(wakeWhenDue)
      .catch(() => wakeIn(retryMs)) // the database did not answer: the rows are still there
      .finally(() => {
        working = undefined;
        if (again) nudge();
      });
  }

  function wakeWhenDue(): void {
    if (dueAt.size > 0) wakeIn(Math.max(0, Math.min(...dueAt.values()) - performance.now()));
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
      await working;
      clearTimeout(retry);
    },
  };
}
