import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { change, draft, move, mutation, read } from './negotiation.ts';

const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename ... on Order { id total { amount } quote { id status } lines { product { sku } unitPrice { amount } } } } }`;

test('the buyer orders what was published, at the price the rep set, and the quote is submitted for good [QUOTE-30, QUOTE-31]', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id, lines, priceHash: draftHash } = await draft(bea);
  const input = (priceHash: string, idempotencyKey: string): Record<string, unknown> => ({ input: { quoteId: id, priceHash, idempotencyKey } });
  expect((await bea.refused(PLACE, input(draftHash, 'too-early'))).code).toBe('QUOTE_NOT_PUBLISHED');
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await change(sam, id, [{ lineId: lines[0].id, unitPrice: '5' }]);
  const { priceHash } = await move(sam, 'publish', id);

  expect((await bea.refused(PLACE, input(draftHash, 'not-seen'))).code).toBe('PRICE_CHANGED');
  const { placeOrder } = await bea.ask(PLACE, input(priceHash, 'order-1'));
  expect(placeOrder).toMatchObject({ __typename: 'Order', total: { amount: '74.50' }, lines: [{ product: { sku: 'MUG-RED' }, unitPrice: { amount: '5.00' } }, {}] });
  await world.settle();
  const seen = await read(sam, id);
  expect(seen.status).toBe('SUBMITTED');
  expect(seen.audits.at(-1)).toMatchObject({ action: 'SUBMIT_QUOTE', actor: { name: 'Bea' } });
  expect((await bea.refused(mutation('edit', id))).code).toBe('INVALID_STATE');
  expect((await bea.refused(PLACE, input(priceHash, 'order-2'))).code).toBe('INVALID_STATE');
});
