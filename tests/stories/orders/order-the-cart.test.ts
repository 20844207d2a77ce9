import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { fillCart, newKey, orderCart, PLACE } from './shopping.ts';

const MUGS = [{ sku: 'MUG-RED', quantity: '3' }];

test('a cart becomes a booked order at the prices the buyer saw, and is closed [CHK-51, ORD-01]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const cart = await fillCart(bea, MUGS);
  const order = await orderCart(bea, cart);
  expect(order).toMatchObject({ status: 'BOOKED', version: 1, total: { amount: cart.total.amount, currency: 'GBP' } });
  expect(order.number).toMatch(/^O-\d{4}-000001$/);
  expect(order.lines).toMatchObject([{ quantity: '3', description: 'Stoneware mug, red', product: { sku: 'MUG-RED' }, returnableQuantity: '3', shippedQuantity: '0' }]);
  await world.settle();
  expect((await bea.ask('query ($id: ID!) { cart(id: $id) { status } }', { id: cart.id })).cart.status).toBe('ORDERED');
  expect((await bea.ask('{ activeCart { id } }')).activeCart).toBeNull();
});

test('ordering takes the stock, and once', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const left = async (): Promise<string> => (await bea.ask('{ product(sku: "LANTERN-L") { availability { available } } }')).product.availability.available;
  const cart = await fillCart(bea, [{ sku: 'LANTERN-L', quantity: '2' }]);
  const key = newKey();
  await orderCart(bea, cart, key);
  await orderCart(bea, cart, key);
  await world.settle();
  expect(await left()).toBe('1');
});

test('the same key twice, or twenty times at once, is one order; another order under it is refused', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const cart = await fillCart(bea, MUGS);
  const key = newKey();
  const orders = await Promise.all(Array.from({ length: 20 }, () => orderCart(bea, cart, key)));
  expect(new Set(orders.map((order) => order.id)).size).toBe(1);
  const other = await fillCart(bea, MUGS);
  const refusal = await bea.refused(PLACE, { input: { cartId: other.id, priceHash: other.priceHash, idempotencyKey: key } });
  expect(refusal.code).toBe('IDEMPOTENCY_KEY_REUSED');
  expect((await bea.ask('{ orders { nodes { id } } }')).orders.nodes).toHaveLength(1);
});

test('two keys for one cart at once make one order', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const cart = await fillCart(bea, MUGS);
  const place = () => bea.answer(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } });
  const answers = await Promise.all([place(), place(), place()]);
  expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
  expect((await bea.ask('{ orders { nodes { id } } }')).orders.nodes).toHaveLength(1);
});

test('a price that moved is refused with the new one, the cart stays, and the new price may be ordered under the same key', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const cart = await fillCart(bea, MUGS);
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "7.50" }]) { code } }');
  const input = { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() };
  const refusal = await bea.refused(PLACE, { input });
  expect(refusal.code).toBe('PRICE_CHANGED');
  const { placeOrder } = await bea.ask(PLACE, { input: { ...input, priceHash: refusal.details.priceHash } });
  expect(placeOrder.total).toEqual(refusal.details.total);
});

test('a cart of someone else cannot be ordered, and business buyers need CREATE_ORDER [CHK-51]', async () => {
  await using world = await startWorld();
  const [bea, ben, gus] = [await world.as('bea'), await world.as('ben'), await world.as('gus')];
  const cart = await fillCart(bea, MUGS);
  const input = { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() };
  expect((await gus.refused(PLACE, { input })).code).toBe('NOT_FOUND');
  expect((await ben.refused(PLACE, { input })).code).toBe('FORBIDDEN');
  expect((await bea.refused(PLACE, { input: { ...input, quoteId: cart.id } })).code).toBe('BAD_USER_INPUT');
  expect((await orderCart(bea, cart)).status).toBe('BOOKED');
});

test('guests and private customers order without any permission', async () => {
  await using world = await startWorld();
  for (const name of ['guest', 'cat'] as const) {
    const person = await world.as(name);
    expect((await orderCart(person, await fillCart(person, MUGS))).status).toBe('BOOKED');
  }
});
