import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { codeOf } from './support/facts.ts';

interface Row {
  readonly at: string;
  readonly id: string;
}

const pageOf = (rows: readonly Row[], page: PageRequest): Promise<Connection<Row>> =>
  readPage(page, (row) => [row.at, row.id], 2, async (limit, after) => rows.filter((row) => !after || [row.at, row.id].join() > after.join()).slice(0, limit));

const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, i) => ({ at: `day${i >> 2}`.padEnd(6), id: String(i).padStart(4, '0') })).sort((a, b) => ([a.at, a.id].join() < [b.at, b.id].join() ? -1 : 1));

test('walking page by page visits each row once, in order, whatever the page size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 17 }), async (count, first) => {
      const rows = rowsOf(count);
      const visited: Row[] = [];
      let page = await pageOf(rows, { first });
      visited.push(...page.nodes);
      while (page.pageInfo.hasNextPage) {
        page = await pageOf(rows, { first, after: page.pageInfo.endCursor });
        expect(page.nodes.length).toBeGreaterThan(0);
        visited.push(...page.nodes);
      }
      expect(visited).toEqual(rows);
    }),
    { numRuns: 50 },
  );
});

test('edges and nodes say the same, and the page knows its ends', async () => {
  const page = await pageOf(rowsOf(5), { first: 2 });
  expect(page.edges.map((edge) => edge.node)).toEqual(page.nodes);
  expect(page.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: page.edges[0]?.cursor, endCursor: page.edges[1]?.cursor });
});

test('a full last page has no next one', async () => {
  expect((await pageOf(rowsOf(4), { first: 4 })).pageInfo.hasNextPage).toBe(false);
});

test('an empty list has no cursors', async () => {
  expect((await pageOf([], {})).pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
});

test('twenty come when nobody says how many, a hundred at most', async () => {
  expect((await pageOf(rowsOf(30), {})).nodes).toHaveLength(20);
  expect((await pageOf(rowsOf(30), { first: null, after: null })).nodes).toHaveLength(20);
  expect((await pageOf(rowsOf(120), { first: 100 })).nodes).toHaveLength(100);
  for (const first of [0, -1, 101]) expect(await codeOf(() => pageOf([], { first }))).toBe('BAD_USER_INPUT');
});

test('a cursor carries any keys', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (keys) => void expect(decodeCursor(encodeCursor(keys), keys.length)).toEqual(keys)));
});

test.each(['', 'nonsense', encodeCursor(['one']), Buffer.from('[1,2]').toString('base64url'), Buffer.from('{"0":"a","1":"b"}').toString('base64url'), Buffer.from('null').toString('base64url')])(
  'the cursor "%s" was made elsewhere and is refused',
  async (after) => expect(await codeOf(() => pageOf(rowsOf(3), { after }))).toBe('BAD_CURSOR'),
);
