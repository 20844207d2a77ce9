import { expect, test } from 'vitest';
import { PLACE, fillCart, newKey } from '../stories/orders/shopping.ts';
import { BUILTIN_PRICES, startOutsideWorld } from './outside-world.ts';

const CART = '{ activeCart { id version priceHash problems { code } lines { id quantity } } }';
const UPDATE = 'mutation ($cartId: ID!, $lines: [CartLineUpdate!]!) { updateCartLines(cartId: $cartId, lines: $lines) { version problems { code message } } }';
const STOCK = '{ product(sku: "MUG-RED") { name availability(quantity: 5) { available inStock onHand } } }';

test('stock is that of the outside system, in one call a cart, and kept until it expires [EXT-06]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_PRICES);
  const { system, world, clock } = outside;
  system.stock.set('MUG-RED', { available: '7' }).set('CABLE-2.5', { available: null });
  const bea = await world.as('bea');
  await fillCart(bea, [{ sku: 'MUG-RED', quantity: '5' }, { sku: 'CABLE-2.5', quantity: '2.5' }, { sku: 'MUG-RED', quantity: '3' }]);
  expect(system.calls.map(({ name, signed, question }) => [name, signed, question.lines])).toEqual([
    ['availability', true, [{ sku: 'MUG-RED', uom: 'EA', fresh: false }, { sku: 'CABLE-2.5', uom: 'MTR', fresh: false }]],
  ]);
  expect((await bea.ask(CART)).activeCart.problems).toEqual([{ code: 'INSUFFICIENT_STOCK' }, { code: 'INSUFFICIENT_STOCK' }]);
  expect((await bea.ask(STOCK)).product.availability).toEqual({ available: '7', inStock: true, onHand: null });
  expect(system.calls.length).toBe(1);
  clock.advance(60_000);
  system.stock.set('MUG-RED', { available: '4' });
  expect((await bea.ask(STOCK)).product.availability).toMatchObject({ available: '4', inStock: false });
});

test('a quantity that changes is asked for anew, whatever is kept; the lines beside it are not [EXT-07]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_PRICES);
  const { system, world } = outside;
  system.stock.set('MUG-RED', { available: '20' }).set('CABLE-2.5', { available: '9' });
  const bea = await world.as('bea');
  await fillCart(bea, [{ sku: 'MUG-RED', quantity: '5' }, { sku: 'CABLE-2.5', quantity: '1' }]);
  const { activeCart } = await bea.ask(CART);
  system.stock.set('MUG-RED', { available: '8' });
  const { updateCartLines } = await bea.ask(UPDATE, { cartId: activeCart.id, lines: [{ lineId: activeCart.lines[0].id, quantity: '10' }] });
  expect(updateCartLines.problems).toEqual([{ code: 'INSUFFICIENT_STOCK', message: '8 of MUG-RED are available.' }]);
  expect(system.calls.at(-1)?.question.lines).toEqual([{ sku: 'MUG-RED', uom: 'EA', fresh: true }]);
  expect(system.calls.length).toBe(2);
});

test('a quantity does not change while the inventory system is down; nothing is written [EXT-07]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_PRICES);
  const { system, world } = outside;
  system.stock.set('MUG-RED', { available: '20' });
  const bea = await world.as('bea');
  await fillCart(bea, [{ sku: 'MUG-RED', quantity: '5' }]);
  const { activeCart } = await bea.ask(CART);
  system.behave('CUT');
  const update = { cartId: activeCart.id, lines: [{ lineId: activeCart.lines[0].id, quantity: '6' }] };
  expect(await bea.refused(UPDATE, update)).toMatchObject({ code: 'AVAILABILITY_UNKNOWN', details: { skus: ['MUG-RED'], retriable: true } });
  expect((await bea.ask(CART)).activeCart).toEqual(activeCart);
  system.behave('WELL');
  expect((await bea.ask(UPDATE, update)).updateCartLines.version).toBe(2);
});

test('stock that is not known is a problem of the line, not "enough": the cart takes it, the order does not [EXT-11]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_PRICES);
  const { system, world } = outside;
  system.behave('FAILING');
  const bea = await world.as('bea');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '5' }]);
  expect((await bea.ask(CART)).activeCart.problems).toEqual([{ code: 'AVAILABILITY_UNKNOWN' }]);
  const place = { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } };
  expect((await bea.refused(PLACE, place)).code).toBe('AVAILABILITY_UNKNOWN');
  expect(await bea.answer(STOCK)).toMatchObject({ data: { product: null }, errors: [{ extensions: { code: 'AVAILABILITY_UNKNOWN' } }] });
});

test('the outside system tells that stock moved, and marks what must not be kept [EXT-12]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_PRICES);
  const { system, world } = outside;
  system.stock.set('MUG-RED', { available: '7' });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const forget = 'mutation { invalidateOutsideInventory(skus: ["MUG-RED", "NOTHING"]) }';
  await bea.ask(STOCK);
  expect((await bea.refused(forget)).code).toBe('FORBIDDEN');
  system.stock.set('MUG-RED', { available: '6', cacheable: false });
  expect((await bea.ask(STOCK)).product.availability.available).toBe('7');
  expect((await olga.ask(forget)).invalidateOutsideInventory).toBe(1);
  expect((await bea.ask(STOCK)).product.availability.available).toBe('6');
  await bea.ask(STOCK);
  expect(system.calls.length).toBe(3);
});
