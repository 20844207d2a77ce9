import { afterEach, beforeEach, expect, test } from 'vitest';
import { inProcessBus, type Bus } from '#kernel/bus.ts';
import type { Database } from '#kernel/database.ts';
import type { DomainEvent } from '#kernel/events.ts';
import { startConsumer } from '#kernel/inbox.ts';
import { event } from './support/facts.ts';
import { openTallies, type TallyTables } from './support/tally-database.ts';

let db: Database<TallyTables>;
let bus: Bus;
const told: string[] = [];
const past: DomainEvent[] = [];
let fails: (name: string) => boolean;

beforeEach(async () => {
  db = await openTallies();
  bus = inProcessBus();
  told.length = past.length = 0;
  fails = () => false;
  bus.offerHistory(['tally'], async (_type, id, after) => past.filter((each) => each.aggregateId === id && each.aggregateVersion > after));
  consume('test.first');
});
afterEach(() => db.close());

/** Its effect is a row, so that what is rolled back can be seen to be. */
const consume = (name: string): void =>
  startConsumer(db, bus, {
    name,
    aggregateType: 'tally',
    on: {
      BUMPED: async (tx, { aggregateId, aggregateVersion }) => {
        await tx.sql.insertInto('Tally').values({ id: `${name}-${aggregateId}${aggregateVersion}`, accountId: 'acme', version: aggregateVersion }).execute();
        if (fails(`${aggregateId}${aggregateVersion}`)) throw new Error('no');
        told.push(`${aggregateId}${aggregateVersion}`);
      },
    },
  });
const effects = async (): Promise<number> => (await db.sql.selectFrom('Tally').selectAll().execute()).length;

test('each event takes effect once, however often it comes', async () => {
  for (const version of [1, 1, 2, 1, 2, 3, 3]) await bus.publish(event('a', version));
  expect([told, await effects()]).toEqual([['a1', 'a2', 'a3'], 3]);
});

test('an event that comes many times at once takes effect once', async () => {
  await Promise.all(Array.from({ length: 10 }, () => bus.publish(event('a', 1))));
  expect([told, await effects()]).toEqual([['a1'], 1]);
});

test('a gap is filled from the history of the producer first', async () => {
  past.push(...[1, 2, 3, 4, 5].map((version) => event('a', version)));
  for (const version of [1, 4, 2, 3, 5]) await bus.publish(event('a', version));
  expect(told).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
});

test('a gap that nobody can fill any more does not stop what follows', async () => {
  await bus.publish(event('a', 7));
  await bus.publish(event('a', 8));
  expect(told).toEqual(['a7', 'a8']);
});

test('aggregates do not wait for each other', async () => {
  for (const each of [event('a', 1), event('b', 1), event('a', 2)]) await bus.publish(each);
  expect(told).toEqual(['a1', 'b1', 'a2']);
});

test('an effect that fails leaves neither itself nor the note, and takes place when the event comes again', async () => {
  fails = (name) => name === 'a1';
  await expect(bus.publish(event('a', 1))).rejects.toThrow('no');
  expect([await effects(), await db.kernel.selectFrom('InboxMessage').selectAll().execute(), await db.kernel.selectFrom('InboxCursor').selectAll().execute()]).toEqual([0, [], []]);
  fails = () => false;
  await bus.publish(event('a', 1));
  expect([told, await effects()]).toEqual([['a1'], 1]);
});

test('an event behind one that failed does not overtake it', async () => {
  past.push(event('a', 1), event('a', 2));
  fails = (name) => name === 'a1';
  await bus.publish(event('a', 1)).catch(() => undefined);
  await expect(bus.publish(event('a', 2))).rejects.toThrow('no');
  fails = () => false;
  await bus.publish(event('a', 2));
  expect(told).toEqual(['a1', 'a2']);
});

test('types a consumer does not name are noted and passed over', async () => {
  await bus.publish(event('a', 1, 'OTHER'));
  await bus.publish(event('a', 2));
  expect(told).toEqual(['a2']);
  expect(await db.kernel.selectFrom('InboxCursor').select('lastVersion').execute()).toEqual([{ lastVersion: 2 }]);
});

test('consumers keep their own notes', async () => {
  await bus.publish(event('a', 1));
  consume('test.second');
  past.push(event('a', 1));
  await bus.publish(event('a', 2));
  expect(told).toEqual(['a1', 'a2', 'a1', 'a2']);
});
