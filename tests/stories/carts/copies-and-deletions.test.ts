import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { ACTIVE, ADD, DELETE, DUPLICATE, LIST, READ, SAVE, skusOf } from './carts.ts';

const DAY_MS = 86_400_000;

test('a copy has its own name, the same lines at the price of today, and is saved, not active [CART-43, CART-49]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED', quantity: 3 }, { sku: 'BAG-JUTE' }] });
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "7.00" }]) { code } }');
  const { duplicateCart: copy } = await bea.ask(DUPLICATE, { cartId: cart.id, name: 'Again' });
  expect(copy).toMatchObject({ name: 'Again', status: 'SAVED', version: 1, total: { amount: '25.20' } });
  expect(skusOf(copy)).toEqual(['MUG-RED', 'BAG-JUTE']);
  expect(new Date(copy.expiresAt).getTime() - Date.now()).toBeGreaterThan(29 * DAY_MS);
  expect((await bea.ask(ACTIVE)).activeCart.id).toBe(cart.id);
  await bea.ask(ADD, { cartId: cart.id, lines: [{ sku: 'MUG-BLUE' }] });
  expect((await bea.ask(READ, { cartId: copy.id })).cart).toEqual(copy);
});

test('a copy needs a name and something to copy [CART-43]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  expect((await bea.refused(DUPLICATE, { cartId: cart.id, name: '' })).code).toBe('BAD_USER_INPUT');
  await bea.ask('mutation ($cartId: ID!, $id: ID!) { removeCartLines(cartId: $cartId, lineIds: [$id]) { id } }', { cartId: cart.id, id: cart.lines[0].id });
  expect((await bea.refused(DUPLICATE, { cartId: cart.id, name: 'Nothing' })).code).toBe('CART_EMPTY');
});

test('a deleted cart is no longer active, listed or readable, and cannot be deleted again [CART-40, CART-41]', async () => {
  await using world = await startWorld();
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  expect((await bea.ask(DELETE, { cartId: cart.id })).deleteCart).toEqual({ id: cart.id, status: 'DELETED' });
  expect((await bea.ask(ACTIVE)).activeCart).toBeNull();
  expect((await bea.ask(LIST)).carts.nodes).toEqual([]);
  for (const query of [READ, DELETE, SAVE]) {
    const { code, details } = await bea.refused(query, { cartId: cart.id });
    expect([code, String(details.expiresAt).slice(0, 10)], 'its last day is today').toEqual(['CART_DELETED', new Date().toISOString().slice(0, 10)]);
  }
  expect((await gus.refused(READ, { cartId: cart.id })).code).toBe('NOT_FOUND');
  expect((await bea.refused(DELETE, { cartId: '01900000-0000-7000-8000-00000000dead' })).code).toBe('NOT_FOUND');
});

test('an ordered cart can be read and copied, not changed or deleted [CART-41]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }] });
  const { cart: priced } = await bea.ask('query ($cartId: ID!) { cart(id: $cartId) { priceHash } }', { cartId: cart.id });
  await bea.ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }', { input: { cartId: cart.id, priceHash: priced.priceHash, idempotencyKey: 'one' } });
  await world.settle();
  expect((await bea.ask(READ, { cartId: cart.id })).cart.status).toBe('ORDERED');
  expect((await bea.refused(DELETE, { cartId: cart.id })).code).toBe('CART_ORDERED');
  expect((await bea.refused(ADD, { cartId: cart.id, lines: [{ sku: 'MUG-RED' }] })).code).toBe('CART_ORDERED');
  expect((await bea.ask(DUPLICATE, { cartId: cart.id, name: 'Again' })).duplicateCart).toMatchObject({ status: 'SAVED', lines: [{}] });
  expect((await bea.ask(ACTIVE)).activeCart).toBeNull();
});
