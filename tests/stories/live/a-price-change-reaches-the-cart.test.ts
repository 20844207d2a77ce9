import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { ADD, READ, SET_PRICE, WAYS } from './watching.ts';

test.each(WAYS)('a price that moves reprices a watched cart at once over $way and says so [CART-63, CART-65]', async ({ watch }) => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 2 }, { sku: 'MUG-BLUE', quantity: 1 }] });
  const frames = await watch(bea, { cartId: cart.id });
  await frames.next();

  await olga.ask(SET_PRICE, { prices: [{ sku: 'MUG-RED', unitPrice: '7.45' }] });
  const { cartChanged: frame } = await frames.next();
  expect(frame).toMatchObject({ kind: 'CHANGE', cause: 'REPRICED', fromVersion: 1, version: 2 });
  expect(frame.cart.lines.map((line: { unitPrice: { amount: string } }) => line.unitPrice.amount)).toEqual(['7.45', '6.95']);
  expect(frame.cart.total).toEqual({ amount: '21.85', currency: 'GBP' });
  expect(frame.cart.problems).toEqual([{ code: 'PRICE_CHANGED', lineId: cart.lines[0].id }]);
  await frames.close();
});

test('a cart that nobody watches is repriced when it is next read, once [CART-63]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 2 }] });
  await olga.ask(SET_PRICE, { prices: [{ sku: 'MUG-RED', unitPrice: '7.45' }] });
  await world.settle();
  const { cart: read } = await bea.ask(READ, { cartId: cart.id });
  expect(read).toMatchObject({ version: 2, total: { amount: '14.90' }, problems: [{ code: 'PRICE_CHANGED', lineId: cart.lines[0].id }] });
  expect((await bea.ask(READ, { cartId: cart.id })).cart).toEqual(read);
});

test('a product that leaves the price list is named among the problems and cannot be ordered [CART-63]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'CARD-BDAY', quantity: 2 }] });
  const frames = await bea.watch('subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { cause cart { priceHash problems { code } } } }', { cartId: cart.id });
  await frames.next();
  const validUntil = new Date(Date.now() - 60_000).toISOString();
  await olga.ask(SET_PRICE, { prices: ['1', '10', '100'].map((minQuantity) => ({ sku: 'CARD-BDAY', minQuantity, unitPrice: '1.85', validUntil })) });
  const { cartChanged: frame } = await frames.next();
  expect(frame).toMatchObject({ cause: 'REPRICED', cart: { problems: [{ code: 'PRICE_NOT_FOUND' }] } });
  const input = { cartId: cart.id, priceHash: frame.cart.priceHash, idempotencyKey: 'gone' };
  expect(await bea.refused('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }', { input })).toMatchObject({ code: 'PRICE_NOT_FOUND' });
  await frames.close();
});

test('a load of prices that changes nothing disturbs nobody', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 2 }] });
  const frames = await bea.watch('subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { cause version } }', { cartId: cart.id });
  await frames.next();
  await olga.ask(SET_PRICE, { prices: [{ sku: 'MUG-RED', unitPrice: '6.95' }] });
  await olga.ask(SET_PRICE, { prices: [{ sku: 'MUG-BLUE', unitPrice: '9.95' }] });
  await world.settle();
  await bea.ask(ADD, { cartId: cart.id, lines: [{ sku: 'BAG-JUTE' }] });
  expect((await frames.next()).cartChanged).toEqual({ cause: 'LINES_ADDED', version: 2 });
  await frames.close();
});
