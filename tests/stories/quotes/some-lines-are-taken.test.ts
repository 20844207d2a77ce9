import { expect, test } from 'vitest';
import type { Data } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { change, draft, move, read } from './negotiation.ts';

const ACCEPT = 'mutation ($id: ID!, $lines: [ID!]!, $version: Int) { acceptQuoteLines(quoteId: $id, lineIds: $lines, comment: "The teapot later", expectedVersion: $version) { version status total { amount } lines { id unitPrice { amount } } } }';

test('the buyer takes some lines of an offer; the rep, whose prices stay, publishes what is left, and only then is it ordered [QUOTE-27]', async () => {
  await using world = await startWorld();
  const [bea, ann, sam] = [await world.as('bea'), await world.as('ann'), await world.as('sam')];
  const { id, lines } = await draft(bea);
  const [mugs, teapot] = lines as [Data, Data];
  const take = (...taken: string[]): Data => ({ id, lines: taken });
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await change(sam, id, [{ lineId: mugs.id, unitPrice: '5' }]);
  expect((await bea.refused(ACCEPT, take(mugs.id))).code).toBe('INVALID_STATE');
  const { version } = await move(sam, 'publish', id);

  expect((await sam.refused(ACCEPT, take(mugs.id))).code).toBe('FORBIDDEN');
  expect((await ann.refused(ACCEPT, take(mugs.id))).code).toBe('NOT_FOUND');
  expect((await bea.refused(ACCEPT, take())).code).toBe('BAD_USER_INPUT');
  expect((await bea.refused(ACCEPT, take(mugs.id, teapot.id))).code).toBe('BAD_USER_INPUT');
  expect((await bea.refused(ACCEPT, take('01900000-0000-7000-8000-000000000001'))).code).toBe('NOT_FOUND');
  expect((await bea.refused(ACCEPT, { ...take(mugs.id), version: 1 })).code).toBe('STALE_VERSION');
  expect((await read(bea, id)).version).toBe(version);

  const { acceptQuoteLines: rest } = await bea.ask(ACCEPT, take(mugs.id));
  expect(rest).toEqual({ version: version + 3, status: 'QUOTE_REQUESTED', total: { amount: '50.00' }, lines: [{ id: mugs.id, unitPrice: { amount: '5.00' } }] });
  const { audits, notes, revisions } = await read(sam, id);
  expect(audits.slice(-2).map(({ action }: Data) => action)).toEqual(['EDIT_QUOTE', 'REQUEST_QUOTE']);
  expect(notes).toMatchObject([{ text: 'The teapot later' }]);
  expect(revisions.at(-1)).toMatchObject({ number: 3, total: { amount: '50.00' } });
  await move(sam, 'assign', id);
  const { priceHash } = await move(sam, 'publish', id);
  const { placeOrder } = await bea.ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { total { amount } } } }', { input: { quoteId: id, priceHash, idempotencyKey: 'once' } });
  expect(placeOrder.total.amount).toBe('50.00');
});
