import { expect, test } from 'vitest';
import { PLACE, fillCart, newKey, orderCart } from '../stories/orders/shopping.ts';
import { BUILTIN_STOCK, startOutsideWorld, TIMEOUT_MS } from './outside-world.ts';

const CART = '{ activeCart { id version priceHash total { amount } problems { code message } lines { id quantity unitPrice { amount } priceExplanation { kind delta { amount } unitPriceAfter { amount } } } } }';
const UPDATE = 'mutation ($cartId: ID!, $lines: [CartLineUpdate!]!) { updateCartLines(cartId: $cartId, lines: $lines) { version total { amount } } }';
const PRICE = 'query ($sku: String!) { product(sku: $sku) { name price { unitPrice { amount } listPrice { amount } } availability { inStock } } }';
const FORGET = 'mutation ($items: [OutsidePriceInput!]!) { invalidateOutsidePrices(items: $items) }';

test('a whole cart costs one signed call, the price is that of the outside system, and the steps from the list price add up [EXT-03, EXT-04]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4.1234' }).set('CABLE-2.5', { unitPrice: '1.10' });
  const bea = await world.as('bea');
  await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }, { sku: 'CABLE-2.5', quantity: '2.5' }, { sku: 'MUG-RED', quantity: '1' }]);

  expect(system.calls.map(({ name, signed, question }) => [name, signed, question.lines.length])).toEqual([['prices', true, 3]]);
  const { activeCart } = await bea.ask(CART);
  expect(activeCart.total.amount).toBe('48.10'); // 41.23 + 2.75 + 4.12: rounded a line
  expect(activeCart.lines[0].priceExplanation).toEqual([
    { kind: 'LIST', delta: { amount: '6.95' }, unitPriceAfter: { amount: '6.95' } },
    { kind: 'TIER', delta: { amount: '-0.70' }, unitPriceAfter: { amount: '6.25' } },
    { kind: 'OUTSIDE', delta: { amount: '-2.1266' }, unitPriceAfter: { amount: '4.1234' } },
  ]);
});

test('reading a cart or its order causes no call, and ordering it those of its preparation, prices forced [EXT-05, EXT-10]', async () => {
  await using outside = await startOutsideWorld();
  const { system, world } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' });
  const bea = await world.as('bea');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  const before = system.calls.length;
  await bea.ask(CART);
  expect(system.calls.length).toBe(before);

  const order = await orderCart(bea, cart);
  expect(system.calls.slice(before).map(({ name, question }) => [name, question.fresh])).toEqual([['prices', true], ['reserve', undefined], ['prices', true], ['total', undefined]]);
  await world.settle();
  await bea.ask('query ($id: ID!) { order(id: $id) { total { amount } lines { unitPrice { amount } priceExplanation { kind } product { name } } } }', { id: order.id });
  expect(system.calls.slice(before + 4).filter(({ name }) => name !== 'commit')).toEqual([]);
});

test('a price is kept until it expires: by its own date, or else by the time to live [EXT-04, EXT-08]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world, clock } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4', validUntil: new Date(clock.now().getTime() + 20_000).toISOString() }).set('CABLE-2.5', { unitPrice: '1' });
  const bea = await world.as('bea');
  const asked = async (): Promise<string[]> => {
    const before = system.calls.length;
    await bea.ask(PRICE, { sku: 'MUG-RED' });
    await bea.ask(PRICE, { sku: 'CABLE-2.5' });
    return system.calls.slice(before).map(({ question }) => question.lines[0]?.sku ?? '');
  };
  expect(await asked()).toEqual(['MUG-RED', 'CABLE-2.5']);
  expect(await asked()).toEqual([]);
  clock.advance(20_000);
  system.prices.set('MUG-RED', { unitPrice: '4.50' });
  expect(await asked()).toEqual(['MUG-RED']);
  clock.advance(280_000);
  expect(await asked()).toEqual(['CABLE-2.5']);
});

test('another quantity is another question; what is not cacheable is asked each time; that there is no price is believed for 10 s [EXT-08, EXT-12]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world, clock } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4', cacheable: false });
  const bea = await world.as('bea');
  await bea.ask(PRICE, { sku: 'MUG-RED' });
  await bea.ask(PRICE, { sku: 'MUG-RED' });
  expect(system.calls.length).toBe(2);
  expect((await bea.ask(PRICE, { sku: 'CABLE-2.5' })).product.price).toBeNull();
  expect((await bea.ask(PRICE, { sku: 'CABLE-2.5' })).product.price).toBeNull();
  expect(system.calls.length).toBe(3);
  clock.advance(10_000);
  system.prices.set('CABLE-2.5', { unitPrice: '1' });
  expect((await bea.ask(PRICE, { sku: 'CABLE-2.5' })).product.price.unitPrice.amount).toBe('1.00');
  await bea.ask('{ product(sku: "CABLE-2.5") { price(quantity: 5) { unitPrice { amount } } } }');
  expect(system.calls.length).toBe(5);
});

test('two accounts never share a price, asked one after the other or at once [EXT-08]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world } = outside;
  const people = await Promise.all((['bea', 'cat', 'guest', 'nobody'] as const).map((person) => world.as(person)));
  const accounts = await Promise.all(people.slice(0, 3).map(async (person) => (await person.ask('{ viewer { account { id } } }')).viewer.account.id as string));
  accounts.forEach((account, i) => system.prices.set(`${account} MUG-RED`, { unitPrice: `4.${i + 1}0` }));
  system.prices.set('null MUG-RED', { unitPrice: '4.90' });
  const seen = async (): Promise<string[]> => Promise.all(people.map(async (person) => (await person.ask(PRICE, { sku: 'MUG-RED' })).product.price.unitPrice.amount as string));
  expect(await seen()).toEqual(['4.10', '4.20', '4.30', '4.90']);
  expect(await seen()).toEqual(['4.10', '4.20', '4.30', '4.90']);
  expect(system.calls.length).toBe(4);
});

test('whoever may see list prices only sees the list price, and nobody is asked [CART-29]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  outside.system.prices.set('MUG-RED', { unitPrice: '4' });
  const ben = await outside.world.as('ben');
  expect((await ben.ask(PRICE, { sku: 'MUG-RED' })).product.price).toEqual({ unitPrice: { amount: '6.95' }, listPrice: { amount: '6.95' } });
  expect(outside.system.calls).toEqual([]);
});

test('the outside system tells that prices moved, of one account or of all, and only an administrator may [EXT-12]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' });
  const [bea, cat, olga] = await Promise.all([world.as('bea'), world.as('cat'), world.as('olga')]);
  await bea.ask(PRICE, { sku: 'MUG-RED' });
  await cat.ask(PRICE, { sku: 'MUG-RED' });
  system.prices.set('MUG-RED', { unitPrice: '5' });
  expect((await bea.refused(FORGET, { items: [{ sku: 'MUG-RED' }] })).code).toBe('FORBIDDEN');

  const { account } = (await bea.ask('{ viewer { account { id } } }')).viewer;
  expect((await olga.ask(FORGET, { items: [{ sku: 'MUG-RED', accountId: account.id }] })).invalidateOutsidePrices).toBe(1);
  expect((await bea.ask(PRICE, { sku: 'MUG-RED' })).product.price.unitPrice.amount).toBe('5.00');
  expect((await cat.ask(PRICE, { sku: 'MUG-RED' })).product.price.unitPrice.amount).toBe('4.00');
  expect((await olga.ask(FORGET, { items: [{ sku: 'MUG-RED' }] })).invalidateOutsidePrices).toBe(2);
  expect((await olga.ask(FORGET, { items: [{ sku: 'MUG-RED' }] })).invalidateOutsidePrices).toBe(0);
});

test('a cart that is watched changes when the outside system says that a price moved [EXT-12]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  const watch = await bea.watch('subscription ($id: ID!) { cartChanged(cartId: $id) { cart { total { amount } } } }', { id: cart.id });
  expect(await watch.next()).toMatchObject({ cartChanged: { cart: { total: { amount: '40.00' } } } });
  system.prices.set('MUG-RED', { unitPrice: '3' });
  await olga.ask(FORGET, { items: [{ sku: 'MUG-RED' }] });
  expect(await watch.next()).toMatchObject({ cartChanged: { cart: { total: { amount: '30.00' } } } });
  await watch.close();
});

test('what the outside system no longer sells is not ordered at the price of before [EXT-05]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' });
  const bea = await world.as('bea');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  system.prices.clear();
  expect((await bea.refused(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } })).code).toBe('PRICE_NOT_FOUND');
});

test('before the order the price is asked for anew, whatever is kept: one that moved is not ordered [EXT-05]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' });
  const bea = await world.as('bea');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  system.prices.set('MUG-RED', { unitPrice: '4.50' });
  const refusal = await bea.refused(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } });
  expect(refusal).toMatchObject({ code: 'PRICE_CHANGED', details: { total: { amount: '45.00' }, previousTotal: { amount: '40.00' } } });
  const { activeCart } = await bea.ask(CART);
  expect(activeCart.total.amount).toBe('45.00');
  expect(Number((await orderCart(bea, activeCart)).total.amount)).toBe(45);
});

test.each(['FAILING', 'CUT', 'SLOW'] as const)('with a system that is %s nothing is ordered at a kept price, nothing is changed, and it can be ordered later [EXT-05]', async (fault) => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world, logged } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' });
  const bea = await world.as('bea');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  const before = await bea.ask(CART);
  system.behave(fault);
  const refusal = await bea.refused(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey() } });
  expect(refusal).toMatchObject({ code: 'PRICE_UNAVAILABLE', details: { skus: ['MUG-RED'], retriable: true } });
  expect(await bea.ask(CART)).toEqual(before);
  expect(logged).toContainEqual(expect.objectContaining({ question: 'prices', reason: { FAILING: 'STATUS', CUT: 'CONNECTION', SLOW: 'TIMEOUT' }[fault] }));

  system.behave('WELL');
  expect((await orderCart(bea, cart)).total.amount).toBe('40.00');
});

test('a fault while shopping is a message: what is new is refused, what is there keeps its price as a problem, kept prices are still served [EXT-11]', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world, clock } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' }).set('CABLE-2.5', { unitPrice: '1' });
  const bea = await world.as('bea');
  await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }, { sku: 'CABLE-2.5', quantity: '1' }]);
  system.behave('FAILING');
  const { activeCart } = await bea.ask(CART);
  const refusal = await bea.refused('mutation { addCartLines(lines: [{ sku: "DRILL-18V", quantity: 1 }]) { id } }');
  expect(refusal.code).toBe('PRICE_UNAVAILABLE');
  expect(refusal.message).toMatch(/on request/);
  await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 10 }]) { id } }');

  clock.advance(301_000);
  await bea.ask('mutation ($id: ID!, $lines: [ID!]!) { removeCartLines(cartId: $id, lineIds: $lines) { id } }', { id: activeCart.id, lines: [activeCart.lines[1].id] });
  const { activeCart: later } = await bea.ask(CART);
  expect(later.total.amount).toBe('80.00');
  expect(later.problems.map(({ code }: { code: string }) => code)).toEqual(['PRICE_UNAVAILABLE', 'PRICE_UNAVAILABLE']);
  expect((await bea.answer(PRICE, { sku: 'MUG-RED' }))).toMatchObject({ data: { product: { name: 'Stoneware mug, red', price: null, availability: { inStock: true } } }, errors: [{ extensions: { code: 'PRICE_UNAVAILABLE' } }] });
});

test('a slow system is left alone after five failures: then a refusal takes no time, and one call finds out that it is back', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world, clock, logged } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' });
  system.behave('SLOW');
  const bea = await world.as('bea');
  for (let i = 0; i < 5; i++) expect((await bea.refused(PRICE, { sku: 'MUG-RED' })).code).toBe('PRICE_UNAVAILABLE');
  const before = { calls: system.calls.length, at: performance.now() };
  expect((await bea.refused(PRICE, { sku: 'MUG-RED' })).code).toBe('PRICE_UNAVAILABLE');
  expect((await bea.ask('{ product(sku: "MUG-RED") { name availability { inStock } } }')).product.name).toBe('Stoneware mug, red');
  expect(performance.now() - before.at).toBeLessThan(TIMEOUT_MS);
  expect(system.calls.length).toBe(before.calls);
  expect(logged.at(-1)).toMatchObject({ reason: 'BREAKER_OPEN' });

  system.behave('WELL');
  clock.advance(2_000);
  expect((await bea.ask(PRICE, { sku: 'MUG-RED' })).product.price.unitPrice.amount).toBe('4.00');
});

test('a cart that the system reprices, not its buyer, has the prices of its account', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world } = outside;
  const bea = await world.as('bea');
  const { account } = (await bea.ask('{ viewer { account { id } } }')).viewer;
  system.prices.set(`${account.id} MUG-RED`, { unitPrice: '4', cacheable: false }).set('MUG-RED', { unitPrice: '9' });
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  const watch = await bea.watch('subscription ($id: ID!) { cartChanged(cartId: $id) { cart { total { amount } } } }', { id: cart.id });
  const before = system.calls.length;
  const olga = await world.as('olga');
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "6.90" }]) { version } }');
  await world.settle();
  await expect.poll(() => system.calls.length).toBeGreaterThan(before);
  expect(system.calls.at(-1)?.question.account).toBe(account.id);
  expect((await bea.ask(CART)).activeCart.total.amount).toBe('40.00');
  await watch.close();
});

test('an update of quantities whose price cannot be had is refused whole', async () => {
  await using outside = await startOutsideWorld(BUILTIN_STOCK);
  const { system, world } = outside;
  system.prices.set('MUG-RED', { unitPrice: '4' });
  const bea = await world.as('bea');
  await fillCart(bea, [{ sku: 'MUG-RED', quantity: '10' }]);
  const { activeCart } = await bea.ask(CART);
  system.behave('CUT');
  expect((await bea.refused(UPDATE, { cartId: activeCart.id, lines: [{ lineId: activeCart.lines[0].id, quantity: '11' }] })).code).toBe('PRICE_UNAVAILABLE');
  expect((await bea.ask(CART)).activeCart).toEqual(activeCart);
});
