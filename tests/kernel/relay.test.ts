import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inProcessBus, type Bus } from '#kernel/bus.ts';
import type { Database } from '#kernel/database.ts';
import { startConsumer } from '#kernel/inbox.ts';
import { eventsAfter, forgetPublished } from '#kernel/outbox.ts';
import { startRelay, type Relay } from '#kernel/relay.ts';
import type { OutboxMessage } from '#kernel/tables.ts';
import { bump, openTallies, type TallyTables } from './support/tally-database.ts';

let db: Database<TallyTables>;
let bus: Bus;
let relay: Relay | undefined;
const failures: OutboxMessage[] = [];
beforeEach(async () => {
  db = await openTallies();
  bus = inProcessBus();
  bus.offerHistory(['tally'], (type, id, after) => eventsAfter(db.kernel, type, id, after));
  failures.length = 0;
});
afterEach(async () => {
  await relay?.stop();
  await db.close();
});

const start = (retryMs?: number): Relay => (relay = startRelay(db, bus, (_error, event) => failures.push(event), retryMs));
const bumpAll = async (...ids: string[]): Promise<void> => { for (const id of ids) await db.transact((tx) => bump(tx, id)); };
const outbox = (): Promise<OutboxMessage[]> => db.kernel.selectFrom('OutboxMessage').selectAll().orderBy('id').execute();

/** What a consumer was told, in order; it fails on what it is told to. */
function listening(fails: (told: string) => boolean = () => false): string[] {
  const told: string[] = [];
  bus.consume(['tally'], async (event) => {
    const name = `${event.aggregateId}${event.aggregateVersion}`;
    if (fails(name)) throw new Error(`no ${name}`);
    told.push(name);
  });
  return told;
}

/** The same database; `use` learns what is asked of it. */
function watched(use: (name: string | symbol) => unknown): typeof db.kernel {
  return new Proxy(db.kernel, {
    get(target, name) {
      use(name);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('delivery', () => {
  test('is in the order of the commits, and is marked', async () => {
    const told = listening();
    start();
    await bumpAll('a', 'b', 'a', 'c', 'b');
    await relay?.drained();
    expect(told).toEqual(['a1', 'b1', 'a2', 'c1', 'b2']);
    expect((await outbox()).every((row) => row.publishedAt !== null)).toBe(true);
  });

  test('begins with what an earlier process left', async () => {
    await bumpAll('a', 'a');
    const told = listening();
    start();
    await relay?.drained();
    expect(told).toEqual(['a1', 'a2']);
  });

  test('of more than one batch is whole', async () => {
    await db.transact(async (tx) => { for (let i = 0; i < 1_203; i++) await bump(tx, `t${i % 7}-`); });
    const told = listening();
    start();
    await relay?.drained();
    expect(told).toHaveLength(1_203);
    expect(new Set(told).size).toBe(1_203);
  });

  test('of what was rolled back never happens', async () => {
    const told = listening();
    start();
    await db.transact(async (tx) => { await bump(tx, 'a'); throw new Error('no'); }).catch(() => undefined);
    await bumpAll('b');
    await relay?.drained();
    expect(told).toEqual(['b1']);
  });

  test('does not go on after the end', async () => {
    const told = listening();
    await start().stop();
    await bumpAll('a');
    relay?.nudge();
    await relay?.drained();
    expect(told).toEqual([]);
  });
});

describe('a consumer that fails', () => {
  test('holds back its aggregate only, and gets it in order once it can', async () => {
    let broken = true;
    const told = listening((name) => broken && name === 'a1');
    start(5);
    await bumpAll('a', 'b', 'a', 'c');
    await relay?.drained();
    expect(told).toEqual(['b1', 'c1']);
    broken = false;
    await until(() => told.length === 4);
    expect(told.slice(2)).toEqual(['a1', 'a2']);
  });

  test('does not keep the event from other consumers', async () => {
    listening(() => true);
    const told = listening();
    start(10_000);
    await bumpAll('a');
    await relay?.drained();
    expect(told).toEqual(['a1']);
    expect((await outbox())[0]).toMatchObject({ publishedAt: null, attempts: 1 });
  });

  test('with more events waiting than one batch holds does not starve the others', async () => {
    await db.transact(async (tx) => { for (let i = 0; i < 600; i++) await bump(tx, 'a'); });
    await bumpAll('b');
    const told = listening((name) => name.startsWith('a'));
    start(10_000);
    await relay?.drained();
    expect([told, failures.length]).toEqual([['b1'], 1]);
  });

  test('is asked again after longer and longer, however many other events pass', async () => {
    const told = listening((name) => name === 'a1');
    start(10_000);
    await bumpAll('a');
    for (let i = 0; i < 30; i++) {
      await bumpAll('b');
      await relay?.drained();
    }
    expect([told.length, failures.length]).toEqual([30, 1]);
  });

  test('twenty times on one event has it parked, seen and kept', async () => {
    const told = listening((name) => name === 'a1');
    start(0);
    await bumpAll('a', 'b');
    await until(async () => (await outbox())[0]?.parkedAt !== null);
    await relay?.drained();
    expect(told).toEqual(['b1']);
    expect(failures.map((event) => event.attempts)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(failures.map((event) => event.parkedAt !== null)).toEqual([...Array<boolean>(19).fill(false), true]);
    expect((await outbox())[0]).toMatchObject({ attempts: 20, publishedAt: null });
  });

  test('on a parked event gets the next ones of its aggregate all the same', async () => {
    const told = listening((name) => name === 'a1');
    start(0);
    await bumpAll('a', 'a');
    await until(() => told.length === 1);
    expect(told).toEqual(['a2']);
  });

  test('on a parked event nobody follows leaves the database alone from then on', async () => {
    listening(() => true);
    let asked = 0;
    relay = startRelay({ ...db, kernel: watched((name) => name === 'getExecutor' && asked++) }, bus, (_error, event) => failures.push(event), 0);
    await bumpAll('a');
    await until(() => failures.at(-1)?.parkedAt != null);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked - before).toBe(0);
  });
});

test('killed between publish and mark, the relay delivers again and the inbox absorbs it', async () => {
  const effects: number[] = [];
  startConsumer(db, bus, { name: 'test.tally', aggregateType: 'tally', on: { BUMPED: async (_tx, event) => void effects.push(event.aggregateVersion) } });
  let published = 0;
  const counting: Bus = { ...bus, publish: async (event) => { const late = await bus.publish(event); published++; return late; } };
  const { plugins, executeQuery } = db.kernel.getExecutor();
  const dying = {
    getExecutor: () => ({
      plugins,
      executeQuery: (async (query) => {
        if (query.sql.startsWith('update')) throw new Error('killed');
        return executeQuery.call(db.kernel.getExecutor(), query);
      }) as typeof executeQuery,
    }),
  } as unknown as typeof db.kernel;

  await bumpAll('a', 'a');
  const first = startRelay({ kernel: dying, onAnnounce: () => undefined, rideAlong: () => undefined }, counting, () => undefined, 10_000);
  await until(() => published === 2);
  await first.stop();
  expect([published, (await outbox()).filter((row) => row.publishedAt).length]).toEqual([2, 0]);

  relay = startRelay(db, counting, () => undefined);
  await relay.drained();
  expect([published, effects, (await outbox()).filter((row) => row.publishedAt).length]).toEqual([4, [1, 2], 2]);
});

test('a mark rides along with the next commit, and stands only if that stands', async () => {
  start();
  await bumpAll('a');
  await relay?.drained();
  const delivered: string[] = [];
  bus.listen('tally', (event) => void delivered.push(event.id));
  await bumpAll('b');
  await until(() => delivered.length === 1);
  await expect(db.transact(async (tx) => { await bump(tx, 'c'); throw new Error('rolled back'); })).rejects.toThrow('rolled back');
  await bumpAll('c');
  await relay?.drained();
  expect((await outbox()).map((row) => row.publishedAt !== null)).toEqual([true, true, true]);
  expect(delivered).toHaveLength(2);
});

test('the past of one aggregate is told in order, parked or not, until it is forgotten', async () => {
  await bumpAll('a', 'b', 'a', 'a');
  expect((await eventsAfter(db.kernel, 'tally', 'a', 1)).map((event) => event.aggregateVersion)).toEqual([2, 3]);
  await forgetPublished(db.kernel, new Date(Date.now() + 1_000));
  expect(await outbox()).toHaveLength(4); // nothing was delivered yet, so nothing may be forgotten
  start();
  await relay?.drained();
  await forgetPublished(db.kernel, new Date(Date.now() - 60_000));
  expect(await outbox()).toHaveLength(4);
  await forgetPublished(db.kernel, new Date(Date.now() + 60_000));
  expect(await outbox()).toHaveLength(0);
});
