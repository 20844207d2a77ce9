import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { ADD, READ, UPDATE, WAYS } from './watching.ts';

test.each(WAYS)('another session sees the repriced cart arrive over $way [CART-15, CART-62, CART-65]', async ({ watch }) => {
  await using world = await startWorld();
  const [desk, phone] = [await world.as('bea'), await world.as('bea')];
  const { addCartLines: first } = await desk.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 9 }] });
  const frames = await watch(phone, { cartId: first.id });
  expect((await frames.next()).cartChanged).toEqual({ kind: 'SNAPSHOT', cause: 'SNAPSHOT', fromVersion: 0, version: 1, cart: first });

  const { updateCartLines: second } = await desk.ask(UPDATE, { cartId: first.id, lineId: first.lines[0].id, quantity: 10 });
  const { cartChanged: frame } = await frames.next();
  expect(frame).toEqual({ kind: 'CHANGE', cause: 'LINES_UPDATED', fromVersion: 1, version: 2, cart: second });
  expect(frame.cart.owner.name).toBe('Bea');
  expect(frame.cart.lines[0].product.name).toBe('Stoneware mug, red');
  expect((await phone.ask(READ, { cartId: first.id })).cart).toEqual(frame.cart);
  await frames.close();
});

test('a quantity that reaches a tier lowers the price of the line, and one that leaves it raises it [CART-62]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 1 }] });
  const priceAt = async (quantity: number): Promise<string> => (await bea.ask(UPDATE, { cartId: cart.id, lineId: cart.lines[0].id, quantity })).updateCartLines.lines[0].unitPrice.amount;
  expect([await priceAt(9), await priceAt(10), await priceAt(99), await priceAt(100), await priceAt(9)]).toEqual(['6.95', '6.25', '6.25', '5.40', '6.95']);
});

test('every way a cart changes arrives as a frame of its own, in order', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }, { sku: 'MUG-BLUE' }] });
  const frames = await bea.watch('subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { cause fromVersion version } }', { cartId: cart.id });
  await frames.next();
  const { id: cartId, lines } = cart;
  await bea.ask('mutation ($cartId: ID!, $lineIds: [ID!]!) { removeCartLines(cartId: $cartId, lineIds: $lineIds) { id } }', { cartId, lineIds: [lines[0].id] });
  await bea.ask('mutation ($cartId: ID!) { saveCart(cartId: $cartId, name: "Later") { id } }', { cartId });
  await bea.ask('mutation ($cartId: ID!) { activateCart(cartId: $cartId) { id } }', { cartId });
  await bea.ask('mutation ($cartId: ID!, $lineId: ID!) { updateCartLines(cartId: $cartId, lines: [{ lineId: $lineId, quantity: 2 }]) { id } }', { cartId, lineId: lines[1].id });
  const { cart: now } = await bea.ask('query ($cartId: ID!) { cart(id: $cartId) { priceHash } }', { cartId });
  await bea.ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }', { input: { cartId, priceHash: now.priceHash, idempotencyKey: 'one' } });
  const seen = (await frames.until(({ cartChanged }) => cartChanged.cause === 'ORDERED')).map(({ cartChanged: { cause, fromVersion, version } }) => [cause, fromVersion, version]);
  expect(seen).toEqual([
    ['LINES_REMOVED', 1, 2],
    ['SAVED', 2, 3],
    ['ACTIVATED', 3, 4],
    ['LINES_UPDATED', 4, 5],
    ['CHECKOUT_STARTED', 5, 6],
    ['ORDERED', 6, 7],
  ]);
  await frames.close();
});
