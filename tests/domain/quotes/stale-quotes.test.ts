import { expect, test } from 'vitest';
import { QUOTE_STATUSES } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { isStale, REPRICED_STATUSES } from '../../../subgraphs/quotes/domain/repricing.ts';
import { markStale } from '../../../subgraphs/quotes/use-cases/mark-stale.ts';
import { repriceWatched } from '../../../subgraphs/quotes/use-cases/reprice-watched.ts';
import { moveOf, openDesk, type Desk } from './desk.ts';

const mark = (desk: Desk, skus: readonly string[] | 'all' = 'all'): Promise<void> => desk.contextOf('bea').db.transact((tx) => markStale(tx, skus));
const READ = 'query ($id: ID!) { quote(id: $id) { version } }';

test('only quotes that their buyer still works on follow the prices of the day', () => {
  expect([...REPRICED_STATUSES].sort()).toEqual(['CART_IN_PROGRESS', 'DRAFTING', 'EDITING']);
  for (const status of QUOTE_STATUSES) expect(isStale({ status, staleMark: 1, pricedMark: 0 })).toBe(REPRICED_STATUSES.includes(status));
});

test('a stale quote is priced again when its owner reads it, once; one without a product that moved is not stale', async () => {
  await using desk = await openDesk();
  const id = await desk.quoteAfter();
  await mark(desk, ['BOLT']);
  await desk.ask('bea', READ, { id });
  expect(desk.pricedFor.length).toBe(1);
  await mark(desk, ['NAIL', 'BOLT']);
  await Promise.all([1, 2, 3].map(() => desk.ask('bea', READ, { id })));
  expect(desk.pricedFor.length).toBe(2);
  expect((await desk.ask('bea', READ, { id })).quote.version).toBe(1);
});

test('what moves while the prices are looked up is not lost', async () => {
  let interfere: ((desk: Desk) => Promise<void>) | undefined;
  await using desk = await openDesk({}, async (open) => {
    const once = interfere;
    interfere = undefined;
    await once?.(open);
  });
  const id = await desk.quoteAfter();
  await mark(desk);
  interfere = (open) => mark(open);
  await desk.ask('bea', READ, { id });
  expect(desk.pricedFor.length).toBe(2);
  await desk.ask('bea', READ, { id });
  expect(desk.pricedFor.length).toBe(3);
  await desk.ask('bea', READ, { id });
  expect(desk.pricedFor.length).toBe(3);
});

test('a stale quote that cannot be priced just now can be read, and is priced later', async () => {
  let broken = false;
  await using desk = await openDesk({}, () => (broken ? Promise.reject(new Error('down')) : Promise.resolve()));
  const id = await desk.quoteAfter();
  await mark(desk);
  broken = true;
  expect((await desk.ask('bea', READ, { id })).quote.version).toBe(1);
  broken = false;
  await desk.ask('bea', READ, { id });
  expect(desk.pricedFor.length).toBe(3);
});

test('when rules change, the quotes that are watched are priced in order, and the rest when they are next touched; what was published never [QUOTE-25]', async () => {
  await using desk = await openDesk();
  const ids: string[] = [];
  for (let i = 0; i < 6; i++) ids.push(await desk.quoteAfter());
  const [drafting, unwatched, editing, published, requested, last] = ids as [string, string, string, string, string, string];
  for (const id of [editing, published, requested]) await desk.ask('bea', `mutation { ${moveOf('request', id)} }`);
  await desk.ask('bea', `mutation { ${moveOf('edit', editing)} }`);
  for (const move of ['assign', 'publish']) await desk.ask('sam', `mutation { ${moveOf(move, published)} }`);
  const watches = await Promise.all([last, drafting, editing, published, requested].map((id) => desk.frames('bea', 'subscription ($id: ID!) { quoteChanged(quoteId: $id) { version } }', { id })));
  for (const watch of watches) await watch.next();

  await mark(desk);
  const before = desk.pricedFor.length;
  await repriceWatched(desk.contextOf('bea'));
  expect(desk.pricedQuotes.slice(before)).toEqual([await lineOf(desk, drafting), await lineOf(desk, editing), await lineOf(desk, last)]);
  await desk.ask('bea', READ, { id: unwatched });
  expect(desk.pricedQuotes.length).toBe(before + 4);
  for (const id of [published, requested]) await desk.ask('bea', READ, { id });
  expect(desk.pricedQuotes.length).toBe(before + 4);
  for (const watch of watches) await watch.return?.();
});

async function lineOf(desk: Desk, id: string): Promise<string> {
  const { id: line } = await desk.contextOf('bea').db.sql.selectFrom('QuoteLine').select('id').where('quoteId', '=', id).executeTakeFirstOrThrow();
  return line;
}
