import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { change, CHANGE, draft, move, mutation, read } from './negotiation.ts';

test('of two reps who take a quote at once one gets it, and the other is told that it moved on', async () => {
  await using world = await startWorld();
  const [bea, sam, sue] = [await world.as('bea'), await world.as('sam'), await world.as('sue')];
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  const answers = await Promise.all([sam.answer(mutation('assign', id)), sue.answer(mutation('assign', id))]);
  const refusals = answers.flatMap((answer) => answer.errors ?? []);
  expect(refusals.map((refusal) => refusal.extensions?.code)).toEqual(['INVALID_STATE']);
  const { audits, version } = await read(bea, id);
  expect(version).toBe(3);
  expect(audits.filter((audit: { action: string }) => audit.action === 'ASSIGN_QUOTE')).toHaveLength(1);
});

test('publishing twice at once makes one offer', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  const answers = await Promise.all([1, 2, 3].map(() => sam.answer(mutation('publish', id))));
  expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
  const { revisions, version } = await read(bea, id);
  expect(version).toBe(4);
  expect(revisions.map((revision: { action: string }) => revision.action)).toEqual(['REQUEST_QUOTE', 'PUBLISH_QUOTE']);
});

test('a write that names the version it saw is refused when somebody was there in between, and says who', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id, version, owner } = await draft(bea);
  await change(bea, id, [{ sku: 'MUG-BLUE' }]);
  const stale = { quoteId: id, lines: [{ sku: 'MUG-WHITE' }], expectedVersion: version };
  const refusal = await bea.refused(CHANGE, stale);
  expect(refusal).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 2, changedBy: { id: owner.id, relation: 'you' } } });
  await move(bea, 'request', id, 'expectedVersion: 2');
  await move(sam, 'assign', id);
  expect(await sam.refused(mutation('publish', id, 'expectedVersion: 3'))).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 4 } });
  expect((await move(sam, 'publish', id, 'expectedVersion: 4')).status).toBe('PUBLISHED');
});

test('numbers are given once, however many quotes begin at the same time', async () => {
  await using world = await startWorld();
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const quotes = await Promise.all(Array.from({ length: 20 }, (_each, i) => draft(i % 2 ? bea : gus)));
  const numbers = quotes.map((quote) => Number(quote.number.slice(-6))).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_each, i) => i + 1));
});
