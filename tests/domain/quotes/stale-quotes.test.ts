import { expect, test } from 'vitest';
import { QUOTE_STATUSES } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { isStale, REPRICED_STATUSES } from '../../../subgraphs/quotes/domain/repricing.ts';
import { markStale } from '../../../subgraphs/quotes/use-cases/mark-stale.ts';
import { openDesk, type Desk } from './desk.ts';

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
