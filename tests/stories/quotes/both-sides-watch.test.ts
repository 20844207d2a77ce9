import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { change, draft, move } from './negotiation.ts';

const QUOTE = 'subscription ($id: ID!, $after: Int) { quoteChanged(quoteId: $id, afterVersion: $after) { kind cause fromVersion version status quote { version total { amount } } } }';
const DESK = 'subscription { quotesChanged { cause fromVersion version quoteId status quote { number status } } }';

test('the buyer sees each version of the negotiation as it happens, none skipped and none twice', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id, lines } = await draft(bea);
  const watch = await bea.watch(QUOTE, { id });
  expect((await watch.next()).quoteChanged).toMatchObject({ kind: 'SNAPSHOT', version: 1, status: 'DRAFTING' });
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await change(sam, id, [{ lineId: lines[0].id, unitPrice: '5' }]);
  await move(sam, 'publish', id);
  const frames = (await watch.until((data) => data.quoteChanged.version === 5)).map((data) => data.quoteChanged);
  expect(frames.map(({ cause, fromVersion, version }) => [cause, fromVersion, version])).toEqual([
    ['REQUEST_QUOTE', 1, 2],
    ['ASSIGN_QUOTE', 2, 3],
    ['LINES_CHANGED', 3, 4],
    ['PUBLISH_QUOTE', 4, 5],
  ]);
  expect(frames.at(-1)).toMatchObject({ status: 'PUBLISHED', quote: { version: 5, total: { amount: '74.50' } } });

  const resumed = await bea.watch(QUOTE, { id, after: 3 });
  expect((await resumed.until((data) => data.quoteChanged.version === 5)).map((data) => data.quoteChanged.fromVersion)).toEqual([3, 4]);
});

test('the desk hears of a quote when it is requested, sees it move, and loses sight of it when the buyer takes it back [QUOTE-12, QUOTE-32]', async () => {
  await using world = await startWorld();
  const [bea, sam, rob] = [await world.as('bea'), await world.as('sam'), await world.as('rob')];
  const desk = await rob.watch(DESK);
  const own = await bea.watch(DESK);
  await world.settle();
  const { id } = await draft(bea);
  const hidden = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await move(sam, 'publish', id);
  await world.settle();
  const before = (await desk.until((data) => data.quotesChanged.version === 4)).map((data) => data.quotesChanged);
  expect(before.map(({ cause, quoteId }) => [cause, quoteId])).toEqual([['REQUEST_QUOTE', id], ['ASSIGN_QUOTE', id], ['PUBLISH_QUOTE', id]]);

  await move(bea, 'edit', id);
  expect((await desk.next()).quotesChanged).toMatchObject({ cause: 'EDIT_QUOTE', quoteId: id, status: 'EDITING', quote: null });
  await change(bea, id, [{ sku: 'MUG-BLUE' }]);
  await world.settle();
  await move(bea, 'request', id);
  expect((await desk.next()).quotesChanged).toMatchObject({ cause: 'REQUEST_QUOTE', version: 7, quote: { status: 'QUOTE_REQUESTED' } });

  const mine = (await own.until((data) => data.quotesChanged.version === 7)).map((data) => data.quotesChanged);
  expect(mine.filter((frame) => frame.quoteId === id).map((frame) => frame.version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(mine.filter((frame) => frame.quoteId === hidden.id).map((frame) => frame.cause)).toEqual(['CREATE_QUOTE']);
});

test('nobody watches a quote that he may not read', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { id } = await draft(bea);
  for (const name of ['ann', 'gus', 'sam', 'olga', 'guest'] as const) {
    const watch = await (await world.as(name)).watch(QUOTE, { id });
    const result = await watch.raw();
    expect(result?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  }
});
