import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { startWorld } from '../../support/world.ts';
import { letExpire, publishForAMinute } from './expiry.ts';
import { change, draft, move, read } from './negotiation.ts';

const COPY = 'mutation ($id: ID!) { copyQuoteToCart(quoteId: $id) { id status lines { product { sku } quantity } total { amount } } }';

test('the buyer goes on with an expired quote as a plain cart at the prices of the day; the quote stays as it is, and asking twice adds nothing [QUOTE-37]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock });
  const [bea, ann, sam] = [await world.as('bea'), await world.as('ann'), await world.as('sam')];
  const { id, lines } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await change(sam, id, [{ lineId: lines[0].id, unitPrice: '5' }, { description: 'Engraving', unitPrice: '3' }]);
  expect((await bea.refused(COPY, { id })).code).toBe('INVALID_STATE');
  await publishForAMinute(sam, clock, id);
  await letExpire(world, clock);
  const expired = await read(bea, id);
  expect((await sam.refused(COPY, { id })).code).toBe('FORBIDDEN');
  expect((await ann.refused(COPY, { id })).code).toBe('NOT_FOUND');
  const { copyQuoteToCart: cart } = await bea.ask(COPY, { id });
  expect(cart).toMatchObject({ status: 'ACTIVE', lines: [{ product: { sku: 'MUG-RED' }, quantity: '10' }, { product: { sku: 'TEAPOT-1L' }, quantity: '1' }], total: { amount: '87.00' } });
  expect((await bea.ask(COPY, { id })).copyQuoteToCart).toEqual(cart);
  expect(await read(bea, id)).toEqual(expired);
});
