import { expect, test } from 'vitest';
import { PLACE, fillCart, newKey, orderCart } from '../stories/orders/shopping.ts';
import { OUTSIDE_TAXES, startOutsideWorld } from './outside-world.ts';

const CART = '{ activeCart { id version priceHash taxTotal { amount } total { amount } taxes { code rate amount { amount } } problems { code lineId } } }';
const SITE = 'mutation ($included: Boolean!) { setSitePricing(input: { mode: SITE_LIST, priceList: "default", country: "GB", pricesIncludeTax: $included }) { version } }';
const TWO = [{ sku: 'MUG-RED', quantity: '10' }, { sku: 'PLATE-27', quantity: '1' }];
const REDUCED = 'mutation { loadProducts(products: [{ sku: "PLATE-27", name: "Dinner plate", taxClass: REDUCED }]) { __typename } }';

test('a whole cart is one signed question after its discounts, and the order costs what the outside system said [CART-82]', async () => {
  await using outside = await startOutsideWorld(OUTSIDE_TAXES);
  const { system, world } = outside;
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask(SITE, { included: false });
  await olga.ask(REDUCED);
  await olga.ask('mutation ($input: PromotionInput!) { upsertPromotion(input: $input) { id } }', { input: { id: 'ten', name: 'Ten', level: 'CART', kind: 'PERCENT', percentOff: '10' } });
  const cart = await fillCart(bea, TWO);

  expect(system.calls.map(({ name, signed, question }) => [name, signed, question.pricesIncludeTax, question.lines.map(({ amount, taxClass }) => [amount, taxClass])])).toEqual([
    ['taxes', true, false, [['56.25', 'STANDARD'], ['7.38', 'REDUCED']]],
  ]);
  expect((await bea.ask(CART)).activeCart).toMatchObject({
    taxTotal: { amount: '11.62' },
    total: { amount: '75.25' },
    taxes: [{ code: 'VAT', rate: '0.2', amount: { amount: '11.25' } }, { code: 'VAT', rate: '0.05', amount: { amount: '0.37' } }],
    problems: [],
  });
  expect((await orderCart(bea, cart)).total.amount).toBe('75.25');
});

test('prices that include tax keep their total, and what the buyer does not owe comes off it', async () => {
  await using outside = await startOutsideWorld(OUTSIDE_TAXES);
  const { system, world } = outside;
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask(SITE, { included: true });
  await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  expect((await bea.ask(CART)).activeCart).toMatchObject({ taxTotal: { amount: '10.42' }, total: { amount: '62.50' } });
  system.behave(({ lines }) => ({ lines: lines.map((line) => ({ ...line, taxes: [], relief: '10.42' })) }));
  await fillCart(bea, [{ sku: 'PLATE-27', quantity: '10' }]);
  expect((await bea.ask(CART)).activeCart).toMatchObject({ taxTotal: { amount: '0.00' }, total: { amount: '115.66' } });
});

test('while taxes are not known a cart can be filled and says so, and it is neither ordered nor quoted [EXT-11]', async () => {
  await using outside = await startOutsideWorld(OUTSIDE_TAXES);
  const { system, world, clock } = outside;
  const bea = await world.as('bea');
  system.behave('FAILING');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  expect((await bea.ask(CART)).activeCart).toMatchObject({ taxTotal: { amount: '0.00' }, taxes: [], problems: [{ code: 'TAX_UNAVAILABLE', lineId: null }] });
  const refusal = await bea.refused(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } });
  expect(refusal).toMatchObject({ code: 'TAX_UNAVAILABLE', details: { retriable: true } });
  expect((await bea.refused('mutation { createQuote(lines: [{ sku: "MUG-RED", quantity: 1 }]) { id } }')).code).toBe('TAX_UNAVAILABLE');

  system.behave('WELL');
  clock.advance(5_000); // the breaker lets a question through again
  const moved = await bea.refused(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } });
  expect(moved.code).toBe('PRICE_CHANGED'); // nobody had seen the taxes
  const { activeCart } = await bea.ask(CART);
  expect(activeCart).toMatchObject({ taxTotal: { amount: '12.50' }, problems: [] });
  expect((await orderCart(bea, activeCart)).total.amount).toBe('75.00');
});

test.each([
  ['one line of two', (lines: object[]) => lines.slice(1)],
  ['part of a penny', (lines: object[]) => lines.map((line) => ({ ...line, taxes: [{ code: 'VAT', name: 'VAT', rate: '0.2', amount: '2.005' }] }))],
  ['percents for fractions', (lines: object[]) => lines.map((line) => ({ ...line, taxes: [{ code: 'VAT', name: 'VAT', rate: '20', amount: '2.00' }] }))],
  ['a tax below zero', (lines: object[]) => lines.map((line) => ({ ...line, taxes: [{ code: 'VAT', name: 'VAT', rate: '0.2', amount: '-2.00' }] }))],
  ['relief from a tax that is not in the price', (lines: object[]) => lines.map((line) => ({ ...line, taxes: [], relief: '1.00' }))],
])('an answer that cannot be right leaves all taxes unknown: %s [EXT-11]', async (_, lie) => {
  await using outside = await startOutsideWorld(OUTSIDE_TAXES);
  outside.system.behave(({ lines }) => ({ lines: lie(lines) }));
  const bea = await outside.world.as('bea');
  await fillCart(bea, TWO);
  expect((await bea.ask(CART)).activeCart).toMatchObject({ taxTotal: { amount: '0.00' }, taxes: [], problems: [{ code: 'TAX_UNAVAILABLE' }] });
});

test('taxes that changed since the buyer saw them are not ordered, though the total were the same', async () => {
  await using outside = await startOutsideWorld(OUTSIDE_TAXES);
  const { system, world } = outside;
  const bea = await world.as('bea');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  system.behave(({ lines }) => ({ lines: lines.map((line) => ({ ...line, taxes: [{ code: 'GST', name: 'GST', rate: '0.2', amount: '12.50' }] })) }));
  expect((await bea.refused(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } })).code).toBe('PRICE_CHANGED');
});
