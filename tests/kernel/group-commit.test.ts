import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database, Tx } from '#kernel/database.ts';
import { find, write } from '#kernel/statement.ts';
import { bump, openTallies, type TallyTables } from './support/tally-database.ts';

let folder: string;
let db: Database<TallyTables>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'group-'));
  db = await openTallies(join(folder, 'tally.sqlite'));
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

type Sql = Database<TallyTables>['sql'];
const all = (sql: Sql) => sql.selectFrom('Tally').selectAll().orderBy('id');
/** On the connection for reads: what is committed. */
const committed = async (): Promise<string[]> => (await find(db.sql, all, {})).map((row) => `${row.id}${row.version}`);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const many = (count: number, work: (i: number) => Promise<unknown>): Promise<PromiseSettledResult<unknown>[]> => Promise.allSettled(Array.from({ length: count }, (_, i) => work(i)));

/** Counts the commits of the connection that writes. */
function countCommits(): () => number {
  let commits = 0;
  db.rideAlong(async () => () => void commits++);
  return () => commits;
}

describe('transactions that come at once', () => {
  test('share one commit', async () => {
    const commits = countCommits();
    await many(20, (i) => db.transact((tx) => bump(tx, `t${i}-`)));
    expect([await committed(), commits()]).toEqual([Array.from({ length: 20 }, (_, i) => `t${i}-1`).toSorted(), 1]);
  });

  test('are at most thirty-two in one commit', async () => {
    const commits = countCommits();
    await many(100, () => db.transact((tx) => bump(tx, 't')));
    expect([await committed(), commits()]).toEqual([['t100'], 4]);
  });

  test('see what those before them in the commit wrote', async () => {
    const seen = await Promise.all(Array.from({ length: 5 }, () => db.transact((tx) => bump(tx, 't'))));
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  test('are acknowledged when they are durable, not before', async () => {
    const atAcknowledgement: string[][] = [];
    await many(3, (i) => db.transact((tx) => bump(tx, `t${i}-`)).then(async () => atAcknowledgement.push(await committed())));
    expect(atAcknowledgement).toEqual([1, 2, 3].map(() => ['t0-1', 't1-1', 't2-1']));
  });
});

describe('one of them that fails', () => {
  test.each([0, 1, 4])('as number %i takes nobody along', async (failing) => {
    const told: string[] = [];
    db.onAnnounce((events) => void told.push(...events.map((event) => event.aggregateId)));
    const results = await many(5, (i) =>
      db.transact(async (tx) => {
        await bump(tx, `t${i}-`);
        if (i === failing) throw new Error('no');
      }),
    );
    const others = [0, 1, 2, 3, 4].filter((i) => i !== failing).map((i) => `t${i}-`);
    expect(results.map(({ status }) => status === 'rejected')).toEqual([0, 1, 2, 3, 4].map((i) => i === failing));
    expect([await committed(), told]).toEqual([others.map((id) => `${id}1`), others]);
  });

  test('so that the database gives up the whole transaction leaves nothing of any, and tells all', async () => {
    await db.transact((tx) => bump(tx, 'taken'));
    const results = await many(3, (i) =>
      db.transact(async (tx) => {
        await bump(tx, `t${i}-`);
        if (i === 1) await write(tx.sql, insertOrGiveUp, { id: 'taken', accountId: 'acme', version: 1 });
      }),
    );
    expect(results.slice(0, 2).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const last = results[2]?.status === 'fulfilled' ? ['t2-1'] : [];
    expect(await committed()).toEqual([...last, 'taken1']);
    expect(await db.transact((tx) => bump(tx, 'after'))).toBe(1);
  });
});

const insertOrGiveUp = (sql: Tx<TallyTables>['sql'], row: { id: string; accountId: string; version: number }) => sql.insertInto('Tally').orRollback().values(row);

test('a read beside a transaction waits for nobody and sees what is committed', async () => {
  await db.transact((tx) => bump(tx, 't'));
  await db.transact(async (tx) => {
    await bump(tx, 't');
    await turn();
    expect(await committed()).toEqual(['t1']);
  });
  expect(await committed()).toEqual(['t2']);
});

test('a statement that is left over when its transaction has ended is refused', async () => {
  let leftOver: Tx<TallyTables> | undefined;
  await db.transact(async (tx) => void (leftOver = tx));
  await expect(bump(leftOver as Tx<TallyTables>, 't')).rejects.toThrow();
  expect(await committed()).toEqual([]);
});
