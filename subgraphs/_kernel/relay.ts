import type { Acknowledgements, Bus } from '#kernel/bus.ts';
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
/** How long a mark waits for a commit to ride along with. A process killed meanwhile delivers again, and consumers recognise it. */
const MARK_MS = 20;
const MAX_UNMARKED = 200;
/** How many events may be under way at those who collect them; then they are waited for. */
const MAX_COLLECTED = 1_000;
const MAX_FRESH = 5_000;

/**
 * Carries committed events from the outbox to the bus, in order of their ids, and marks them once every consumer has them.
 * Killed between publish and mark it publishes again after the restart: consumers recognise that.
 * @param onError told of each failed attempt; the event's parkedAt is set when it was the last one
 */
export function startRelay(
  db: Pick<Database<object>, 'kernel' | 'onAnnounce' | 'rideAlong'>,
  bus: Bus,
  onError: (error: unknown, event: OutboxMessage) => void,
  retryMs: number = RETRY_MS,
): Relay {
  const sql = db.kernel;
  /** Aggregates whose event failed wait as a whole, so that their order is kept; and single events that a collector could not take. */
  const dueAt = new Map<string, number>();
  /** Delivered, and not yet marked so. */
  const unmarked = new Set<string>();
  /** Delivered, and not yet acknowledged by who collects them. */
  const collected = new Map<string, Promise<void>>();
  /** Committed a moment ago and not yet delivered; whatever else waits is looked up. */
  const fresh = new Map<string, OutboxMessage>();
  let lookUp = true;
  let marking: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function deliver(event: OutboxMessage, aggregate: string): Promise<void> {
    fresh.delete(event.id);
    try {
      const acknowledgements = await bus.publish(event);
      if (acknowledgements.length === 0) unmarked.add(event.id);
      else collected.set(event.id, awaitCollectors(event, acknowledgements));
    } catch (error) {
      dueAt.set(aggregate, await putOff(event, error));
    }
  }

  /** @returns when it is to be tried again, or what waits behind it goes on */
  async function putOff(event: OutboxMessage, error: unknown): Promise<number> {
    const attempts = event.attempts + 1;
    const parkedAt = attempts >= MAX_ATTEMPTS ? new Date() : null; // a poison event must not hold up its aggregate for ever
    await sql.updateTable('OutboxMessage').set({ attempts, parkedAt }).where('id', '=', event.id).execute();
    onError(error, { ...event, attempts, parkedAt });
    return performance.now() + (parkedAt ? 0 : Math.min(retryMs * 2 ** event.attempts, MAX_RETRY_MS));
  }

  /** What they could not take effect of is delivered again. Nobody waits for that: later events of the aggregate go ahead of it, and whoever collects fills such gaps. */
  async function awaitCollectors(event: OutboxMessage, acknowledgements: Acknowledgements): Promise<void> {
    try {
      await Promise.all(acknowledgements);
      unmarked.add(event.id);
      markSoon();
    } catch (error) {
      const due = await putOff(event, error).catch(() => performance.now() + retryMs); // the row is still there
      dueAt.set(event.id, retryMs > 0 ? Math.ceil(due / retryMs) * retryMs : due); // many fail at once: they come again together, for each time all that waits is looked through
      wakeWhenDue();
    } finally {
      collected.delete(event.id);
    }
  }

  /** Goes once through all that waits: what is held back stands in nobody else's way. */
  async function pass(): Promise<void> {
    for (const [waiting, due] of dueAt) {
      if (due > performance.now()) continue;
      dueAt.delete(waiting);
      lookUp = true;
    }

    async function deliverUnlessHeld(event: OutboxMessage): Promise<void> {
      const aggregate = `${event.aggregateType}:${event.aggregateId}`;
      if (dueAt.has(aggregate) || dueAt.has(event.id) || unmarked.has(event.id) || collected.has(event.id)) fresh.delete(event.id);
      else await deliver(event, aggregate);
      if (collected.size >= MAX_COLLECTED) await Promise.all(collected.values());
    }

    if (lookUp) {
      lookUp = false;
      for (let after = ''; !stopped; ) {
        const batch = await waitingEvents(sql, BATCH, after);
        for (const event of batch) await deliverUnlessHeld(event);
        if (unmarked.size > MAX_UNMARKED) await markAll();
        after = batch.at(-1)?.id ?? '';
        if (batch.length < BATCH) break;
      }
    }
    for (const event of fresh.values()) await deliverUnlessHeld(event);
    if (unmarked.size > MAX_UNMARKED) await markAll();
    else markSoon();
  }

  function markSoon(): void {
    if (unmarked.size > 0) marking ??= setTimeout(() => void markAll().catch(() => wakeIn(retryMs)), MARK_MS).unref();
  }

  /** Marks with the statement at hand. @returns what forgets the marked ones, to be called once they are committed */
  async function markWith(along: typeof sql): Promise<(() => void) | undefined> {
    if (unmarked.size === 0) return undefined;
    const ids = [...unmarked];
    await markPublished(along, ids);
    return () => ids.forEach((id) => unmarked.delete(id));
  }

  async function markAll(): Promise<void> {
    clearTimeout(marking);
    marking = undefined;
    (await markWith(sql))?.();
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
    lookUp = true;
    goOn();
  }

  function take(announced: readonly OutboxMessage[]): void {
    for (const event of announced) fresh.set(event.id, event);
    if (fresh.size > MAX_FRESH) {
      fresh.clear(); // the rows are there
      lookUp = true;
    }
    goOn();
  }

  function goOn(): void {
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
        if (again) goOn();
      });
  }

  function wakeWhenDue(): void {
    if (dueAt.size > 0) wakeIn(Math.max(0, Math.min(...dueAt.values()) - performance.now()));
  }

  db.rideAlong(markWith);
  db.onAnnounce(take);
  nudge(); // what an earlier process left behind
  return {
    nudge,
    async drained() {
      while (working || collected.size > 0) {
        await working;
        await Promise.all(collected.values());
      }
      await markAll();
    },
    async stop() {
      stopped = true;
      await working;
      await Promise.all(collected.values());
      clearTimeout(retry);
      await markAll().catch(() => undefined); // unmarked: delivered again after the next start
    },
  };
}
