import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '#kernel/database.ts';
import { once } from '#kernel/idempotency.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { BEA, codeOf, GUS } from './support/facts.ts';
import { bump, openTallies, type TallyTables } from './support/tally-database.ts';

let db: Database<TallyTables>;
beforeEach(async () => void (db = await openTallies()));
afterEach(() => db.close());

interface Ask {
  viewer?: Viewer;
  operation?: string;
  key?: string | null;
  body?: unknown;
}

/** One keyed command: bumps a tally and answers with the version it made. */
const command = ({ viewer = BEA, operation = 'addLines', key = 'k', body = { sku: 'MUG', quantity: '1' } }: Ask = {}): Promise<string> =>
  db.transact((tx) => once(tx, viewer, { operation, key, body }, async () => String(await bump(tx, 't'))));

const bumps = async (): Promise<number> => (await db.sql.selectFrom('Tally').select('version').executeTakeFirst())?.version ?? 0;

test('a command that comes again is not done again, and is answered as before', async () => {
  expect([await command(), await command(), await bumps()]).toEqual(['1', '1', 1]);
});

test('a command that comes many times at once is done once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => command()));
  expect([new Set(answers), await bumps()]).toEqual([new Set(['1']), 1]);
});

test('the order in which a client wrote its fields is no difference, at any depth', async () => {
  await command({ body: { a: 1, b: { c: [{ d: 1, e: null }], f: 'x' } } });
  expect(await command({ body: { b: { f: 'x', c: [{ e: null, d: 1 }] }, a: 1 } })).toBe('1');
});

test('a field left out is the same as one undefined', async () => {
  await command({ body: { a: 1, b: undefined } });
  expect(await command({ body: { a: 1 } })).toBe('1');
});

test.each([
  ['another value', { a: 1, list: [1, 3] }],
  ['another order of a list', { a: 1, list: [2, 1] }],
  ['text for a number', { a: '1', list: [1, 2] }],
  ['a field more', { a: 1, list: [1, 2], b: null }],
  ['nothing', undefined],
])('the key with %s in the body is refused, and nothing happens', async (_what, body) => {
  await command({ body: { a: 1, list: [1, 2] } });
  expect(await codeOf(() => command({ body }))).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await bumps()).toBe(1);
});

test('the key means something else for another operation and another account', async () => {
  await command();
  expect([await command({ operation: 'removeLines' }), await command({ viewer: GUS })]).toEqual(['2', '3']);
});

test("a colleague's key is refused: the answer was not given to them", async () => {
  await command();
  expect(await codeOf(() => command({ viewer: { ...BEA, id: 'ben' } }))).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('a command that failed leaves no note: it may come again', async () => {
  await expect(
    db.transact((tx) => once(tx, BEA, { operation: 'addLines', key: 'k', body: {} }, async () => { await bump(tx, 't'); throw new Error('no'); })),
  ).rejects.toThrow('no');
  await expect(
    db.transact(async (tx) => { await once(tx, BEA, { operation: 'addLines', key: 'k', body: {} }, async () => String(await bump(tx, 't'))); throw new Error('later'); }),
  ).rejects.toThrow('later');
  expect([await command({ body: {} }), await bumps()]).toEqual(['1', 1]);
});

test('without a key a command is done each time it comes', async () => {
  expect([await command({ key: null }), await command({ key: null })]).toEqual(['1', '2']);
});

test('a body with whole numbers of any size can be told from others', async () => {
  await command({ body: { minor: 10n } });
  expect(await command({ body: { minor: 10n } })).toBe('1');
  expect(await codeOf(() => command({ body: { minor: 11n } }))).toBe('IDEMPOTENCY_KEY_REUSED');
});
