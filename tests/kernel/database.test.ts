import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#kernel/database.ts';
import { refuse } from '#kernel/errors.ts';
import { codeOf } from './support/facts.ts';
import { bump, openTallies, type TallyTables } from './support/tally-database.ts';

let db: Database<TallyTables>;
beforeEach(async () => void (db = await openTallies()));
afterEach(() => db.close());

const versionOf = async (id: string): Promise<number | undefined> => (await db.sql.selectFrom('Tally').select('version').where('id', '=', id).executeTakeFirst())?.version;
const announced = async (): Promise<number[]> => (await db.kernel.selectFrom('OutboxMessage').select('aggregateVersion').orderBy('id').execute()).map((row) => row.aggregateVersion);

describe('a transaction', () => {
  test('commits the change and its event together', async () => {
    expect(await db.transact((tx) => bump(tx, 't'))).toBe(1);
    expect([await versionOf('t'), await announced()]).toEqual([1, [1]]);
  });

  test('that fails leaves neither', async () => {
    await expect(db.transact(async (tx) => { await bump(tx, 't'); throw new Error('killed half-way'); })).rejects.toThrow('killed half-way');
    expect([await versionOf('t'), await announced()]).toEqual([undefined, []]);
  });

  test('tells that it announced after the commit, once, and only then', async () => {
    let told = 0;
    db.onAnnounce(() => told++);
    await db.transact(async (tx) => { await bump(tx, 't'); await bump(tx, 't'); expect(told).toBe(0); });
    expect(told).toBe(1);
    await db.transact(async () => undefined);
    await db.transact(async (tx) => { await bump(tx, 't'); throw new Error('no'); }).catch(() => undefined);
    expect(told).toBe(1);
  });

  test('one of many at the same time loses none of them', async () => {
    await Promise.all(Array.from({ length: 50 }, () => db.transact((tx) => bump(tx, 't'))));
    expect(await versionOf('t')).toBe(50);
    expect(await announced()).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });
});

describe('a collision', () => {
  const announce = { accountId: 'acme', aggregateType: 'tally', aggregateId: 't', type: 'BUMPED', actorId: null };

  test('over a version is tried again from the start', async () => {
    await db.transact((tx) => bump(tx, 't'));
    let tries = 0;
    await db.transact(async (tx) => {
      await tx.sql.insertInto('Tally').values({ id: `try${++tries}`, accountId: 'acme', version: 1 }).execute();
      await tx.announce({ ...announce, aggregateVersion: tries }); // version 1 is taken
    });
    expect([tries, await versionOf('try1'), await versionOf('try2')]).toEqual([2, undefined, 1]);
  });

  test('over an idempotency key is tried again, and then finds the answer', async () => {
    let tries = 0;
    const work = async (): Promise<string> => {
      if (++tries === 1) throw new Error('UNIQUE constraint failed: idempotency_key.account_id, idempotency_key.operation, idempotency_key.key');
      return 'found';
    };
    expect(await db.transact(work)).toBe('found');
  });

  test('that never ends is a CONFLICT after five tries', async () => {
    let tries = 0;
    await db.transact((tx) => bump(tx, 't'));
    expect(await codeOf(() => db.transact(async (tx) => { tries++; await tx.announce({ ...announce, aggregateVersion: 1 }); }))).toBe('CONFLICT');
    expect([tries, await announced()]).toEqual([5, [1]]);
  });

  test.each([
    ['a violation of another key', () => new Error('UNIQUE constraint failed: tally.id')],
    ['a refusal whose sentence has the number of a database error', () => refuse('QUOTE_EXPIRED', 'Quote Q-2026-040001 expired.')],
    ['a refusal that says locked', () => refuse('INVALID_STATE', 'The database is locked.')],
  ])('is not %s', async (_what, make) => {
    let tries = 0;
    const error = make();
    await expect(db.transact(async () => { tries++; throw error; })).rejects.toBe(error);
    expect(tries).toBe(1);
  });

  test.each(['40001', '40P01', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])('is what the database calls %s', async (code) => {
    let tries = 0;
    await db.transact(async () => { if (++tries < 3) throw Object.assign(new Error('serialisation'), { code }); });
    expect(tries).toBe(3);
  });
});

describe('a file', () => {
  test('keeps what was committed, with the settings that make it last', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tally-'));
    try {
      const file = join(folder, 'deeper', 'tally.sqlite');
      const first = await openTallies(file);
      await first.transact((tx) => bump(tx, 't'));
      const settings = await Promise.all(['journal_mode', 'synchronous', 'foreign_keys'].map((name) => first.orm.em.getConnection().execute(`pragma ${name}`)));
      expect(settings.flatMap((rows: object[]) => rows.flatMap((row) => Object.values(row)))).toEqual(['wal', 2, 1]);
      await first.close();
      const second = await openTallies(file);
      expect(await second.transact((tx) => bump(tx, 't'))).toBe(2);
      await second.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('written by two processes at once loses nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tally-'));
    try {
      const file = join(folder, 'tally.sqlite');
      const [one, two] = [await openTallies(file), await openTallies(file)];
      for (let i = 0; i < 10; i++) await Promise.all([one.transact((tx) => bump(tx, 't')), two.transact((tx) => bump(tx, 't'))]);
      expect((await one.sql.selectFrom('Tally').selectAll().execute()).map((row) => row.version)).toEqual([20]);
      await one.close();
      await two.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
