import { inProcessBus, type InProcessBus } from '#kernel/bus.ts';
import type { Database } from '#kernel/database.ts';
import { eventsAfter } from '#kernel/outbox.ts';
import { startRelay, type Relay } from '#kernel/relay.ts';
import type { OutboxMessage } from '#kernel/tables.ts';
import { bump, openTallies, type TallyTables } from './tally-database.ts';

interface Relaying extends AsyncDisposable {
  readonly db: Database<TallyTables>;
  readonly bus: InProcessBus;
  readonly failures: OutboxMessage[];
  /** Starts the relay, over the database as it is or as the test sees it. */
  start(retryMs?: number, over?: Database<TallyTables>): Relay;
  bumpAll(...ids: string[]): Promise<void>;
  outbox(): Promise<OutboxMessage[]>;
  /** What a consumer was told, in order; it fails on what it is told to. */
  listening(fails?: (told: string) => boolean): string[];
  /** The same database; `use` learns what is asked of it. */
  watched(use: (name: string | symbol) => unknown): Database<TallyTables>;
}

/** A database of tallies, a bus and a relay between them. */
export async function openRelaying(): Promise<Relaying> {
  const db = await openTallies();
  const bus = inProcessBus();
  bus.offerHistory(['tally'], (type, id, after) => eventsAfter(db.kernel, type, id, after));
  const failures: OutboxMessage[] = [];
  let relay: Relay | undefined;
  return {
    db,
    bus,
    failures,
    start: (retryMs, over = db) => (relay = startRelay(over, bus, (_error, event) => failures.push(event), retryMs)),
    async bumpAll(...ids) {
      for (const id of ids) await db.transact((tx) => bump(tx, id));
    },
    outbox: () => db.kernel.selectFrom('OutboxMessage').selectAll().orderBy('id').execute(),
    listening(fails = () => false) {
      const told: string[] = [];
      bus.consume(['tally'], async (event) => {
        const name = `${event.aggregateId}${event.aggregateVersion}`;
        if (fails(name)) throw new Error(`no ${name}`);
        told.push(name);
      });
      return told;
    },
    watched(use) {
      const kernel = new Proxy(db.kernel, {
        get(target, name) {
          use(name);
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
      return { ...db, kernel };
    },
    async [Symbol.asyncDispose]() {
      await relay?.stop();
      await db.close();
    },
  };
}

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 2));
}
