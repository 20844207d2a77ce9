import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { change, draft, move, read } from './negotiation.ts';
import { setTerms } from './terms.ts';

const LINE = '{ lineId sku description quantity unitPrice }';
const DIFF = `query ($id: ID!, $from: Int!, $to: Int) { quoteDiff(quoteId: $id, from: $from, to: $to) { lines { lineId kind changed before ${LINE} after ${LINE} } amounts { name before { amount } after { amount } difference { amount } } terms { name before after } } }`;

test('each request and each publication keeps a numbered revision that never changes, and two of them tell what is different', async () => {
  await using world = await startWorld();
  const [bea, ann, sam, olga] = [await world.as('bea'), await world.as('ann'), await world.as('sam'), await world.as('olga')];
  await olga.ask('mutation { upsertShippingMethods(methods: [{ code: "VAN", name: "Van", currency: "GBP", flat: "4.00" }]) { code } }');
  const { id, lines } = await draft(bea);
  const [mugs, teapot] = lines;
  await move(bea, 'request', id);
  const [asked] = (await read(bea, id)).revisions;
  await move(sam, 'assign', id);
  const { lines: changed } = await change(sam, id, [{ lineId: mugs.id, unitPrice: '5' }, { lineId: teapot.id, remove: true }, { description: 'Engraving', unitPrice: '3' }]);
  await setTerms(sam, id, { shippingMethod: 'VAN' });
  const { expiresAt } = await move(sam, 'publish', id);

  const { revisions } = await read(bea, id);
  expect(revisions.map(({ number, action }: { number: number; action: string }) => [number, action])).toEqual([[1, 'REQUEST_QUOTE'], [2, 'PUBLISH_QUOTE']]);
  expect(revisions[0]).toEqual(asked);
  const { quoteDiff } = await bea.ask(DIFF, { id, from: 1, to: 2 });
  expect(quoteDiff.lines).toMatchObject([
    { lineId: mugs.id, kind: 'CHANGED', changed: ['unitPrice', 'total'], before: { unitPrice: '6.25' }, after: { unitPrice: '5.00' } },
    { lineId: changed[1].id, kind: 'ADDED', changed: [], before: null, after: { sku: null, description: 'Engraving' } },
    { lineId: teapot.id, kind: 'REMOVED', changed: [], before: { sku: 'TEAPOT-1L' }, after: null },
  ]);
  expect(quoteDiff.amounts).toMatchObject([
    { name: 'subtotal', before: { amount: '87.00' }, after: { amount: '53.00' }, difference: { amount: '-34.00' } },
    { name: 'shippingTotal', difference: { amount: '4.00' } },
    { name: 'total', before: { amount: '87.00' }, after: { amount: '57.00' }, difference: { amount: '-30.00' } },
  ]);
  expect(quoteDiff.terms).toEqual([{ name: 'shippingMethod', before: null, after: 'VAN' }, { name: 'expiresAt', before: null, after: expiresAt }]);

  expect((await bea.ask(DIFF, { id, from: 2 })).quoteDiff).toEqual({ lines: [], amounts: [], terms: [] });
  await move(bea, 'edit', id);
  await change(bea, id, [{ lineId: mugs.id, quantity: '20' }]);
  expect((await bea.ask(DIFF, { id, from: 2 })).quoteDiff.lines).toMatchObject([{ kind: 'CHANGED', changed: ['quantity', 'total'] }]);
  expect((await read(bea, id)).revisions).toEqual(revisions);
  expect((await bea.refused(DIFF, { id, from: 1, to: 3 })).code).toBe('NOT_FOUND');
  for (const other of [ann, sam]) expect((await other.refused(DIFF, { id, from: 1, to: 2 })).code).toBe('NOT_FOUND');
});

test('who may not see net prices is told of differences at list price alone', async () => {
  await using world = await startWorld();
  const [ben, sam] = [await world.as('ben'), await world.as('sam')];
  const { id, lines } = await draft(ben);
  await move(ben, 'request', id);
  await move(sam, 'assign', id);
  await change(sam, id, [{ lineId: lines[0].id, unitPrice: '5' }]);
  await move(sam, 'publish', id);
  const { quoteDiff } = await ben.ask(DIFF, { id, from: 1, to: 2 });
  expect({ lines: quoteDiff.lines, amounts: quoteDiff.amounts }).toEqual({ lines: [], amounts: [] });
});
