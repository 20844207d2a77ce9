import { defineEntity, p } from '@mikro-orm/core';
import type { Kysely } from '@mikro-orm/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type Database } from '#kernel/database.ts';
import { find, write } from '#kernel/statement.ts';

const SampleSchema = defineEntity({
  name: 'Sample',
  tableName: 'sample',
  properties: { id: p.string().primary(), countMicro: p.bigint('bigint'), isOpen: p.boolean(), notes: p.json<string[]>(), seenAt: p.datetime().nullable() },
});
class Sample extends SampleSchema.class {}
SampleSchema.setClass(Sample);

interface Tables {
  Sample: Sample;
}
type Sql = Kysely<Tables>;

const create = 'create table `sample` (`id` text not null primary key, `count_micro` bigint not null, `is_open` integer not null, `notes` json not null, `seen_at` datetime null)';
let db: Database<Tables>;
beforeEach(async () => void (db = await openDatabase({ entities: [SampleSchema], migrations: [{ id: '0001-first', sqlite: [create] }], file: ':memory:' })));
afterEach(() => db.close());

const insertSample = (sql: Sql, sample: Sample) => sql.insertInto('Sample').values(sample);
const selectSamples = (sql: Sql, { ids }: { ids: readonly string[] }) => sql.selectFrom('Sample').selectAll().where('id', 'in', ids).orderBy('id');
const updateSample = (sql: Sql, { id, ...changed }: Pick<Sample, 'id'> & Partial<Sample>) => sql.updateTable('Sample').set(changed).where('id', '=', id);
const selectSince = (sql: Sql, { seenAt, isOpen }: { seenAt: Date; isOpen: boolean }) => sql.selectFrom('Sample').select(['id', 'countMicro']).where('seenAt', '>=', seenAt).where('isOpen', '=', isOpen);

const sample = (id: string, changes: Partial<Sample> = {}): Sample => ({ id, countMicro: 2_500_000n, isOpen: true, notes: ['a', 'b'], seenAt: new Date(1_000), ...changes });

test('what is written by a kept statement is what is found, whatever its type, also by the query builder', async () => {
  const samples = [sample('a'), sample('b', { isOpen: false, notes: [], seenAt: null, countMicro: -1n }), sample('c', { seenAt: new Date(2_000) })];
  for (const each of samples) expect(await write(db.sql, insertSample, each)).toBe(1);
  expect(await find(db.sql, selectSamples, { ids: ['a', 'b', 'c'] })).toEqual(samples);
  expect(await db.sql.selectFrom('Sample').selectAll().orderBy('id').execute()).toEqual(samples);
  expect(await find(db.sql, selectSince, { seenAt: new Date(1_500), isOpen: true })).toEqual([{ id: 'c', countMicro: 2_500_000n }]);
});

test.each([1, 2, 3, 5, 100])('a list of %i finds each once', async (size) => {
  const ids = Array.from({ length: size }, (_, i) => String(i).padStart(3, '0'));
  for (const id of ids) await write(db.sql, insertSample, sample(id));
  await write(db.sql, insertSample, sample('other'));
  expect((await find(db.sql, selectSamples, { ids })).map(({ id }) => id)).toEqual(ids);
});

test('the same statement serves other values and other sets of values', async () => {
  await write(db.sql, insertSample, sample('a'));
  expect(await write(db.sql, updateSample, { id: 'a', isOpen: false })).toBe(1);
  expect(await write(db.sql, updateSample, { id: 'a', countMicro: 7n, notes: ['z'] })).toBe(1);
  expect(await write(db.sql, updateSample, { id: 'nobody', countMicro: 8n, notes: [] })).toBe(0);
  expect(await find(db.sql, selectSamples, { ids: ['a'] })).toEqual([sample('a', { isOpen: false, countMicro: 7n, notes: ['z'] })]);
});

test('a kept statement in a transaction is part of it', async () => {
  await db.transact(async (tx) => { await write(tx.sql, insertSample, sample('a')); throw new Error('no'); }).catch(() => undefined);
  expect(await find(db.sql, selectSamples, { ids: ['a'] })).toEqual([]);
});

test('rows compared by several columns at once are compared as they are kept, whatever stands beside', async () => {
  for (const [id, seconds, count] of [['a', 1, 5n], ['b', 2, 5n], ['c', 2, 6n], ['d', 3, 1n]] as const) await write(db.sql, insertSample, sample(id, { seenAt: new Date(seconds * 1_000), countMicro: count }));
  const open = db.sql.selectFrom('Sample').select('id').where('isOpen', '=', true).orderBy('seenAt').orderBy('id');
  const idsOf = async (rows: typeof open): Promise<string[]> => (await rows.execute()).map(({ id }) => id);
  expect(await idsOf(open.where(({ eb, refTuple, tuple }) => eb(refTuple('seenAt', 'id'), '>', tuple(new Date(2_000), 'b'))))).toEqual(['c', 'd']);
  expect(await idsOf(open.where(({ eb, refTuple, tuple }) => eb(refTuple('countMicro', 'id'), '<', tuple(5n, 'b'))).where('seenAt', '<', new Date(2_000)))).toEqual(['a']);
});
