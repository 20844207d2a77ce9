import { expect, test } from 'vitest';
import type { Data, Session } from '../support/session.ts';
import { promote, taxBritain } from '../stories/quotes/terms.ts';
import { startWorld } from '../support/world.ts';
import { BUILTIN_PRICES, BUILTIN_STOCK, startOutsideWorld, TIMEOUT_MS, type OutsideWorld } from './outside-world.ts';

const FIELDS = JSON.stringify([{ name: 'costCenter', level: 'cart', type: 'text', label: 'Cost center' }, { name: 'secret', level: 'cart', type: 'text', label: 'Not theirs' }, { name: 'desk', level: 'line', type: 'text', label: 'Desk' }]);
const SETTINGS: Record<string, string> = {
  CARTWRIGHT_QUOTES_CART_MIRROR: 'true',
  CARTWRIGHT_QUOTES_CPQ_TIMEOUT_MS: String(TIMEOUT_MS),
  CARTWRIGHT_QUOTES_CPQ_ATTRIBUTES: 'costCenter=_cost_center, line.desk=_desk',
  CARTWRIGHT_QUOTES_CPQ_SHIPPING_METHODS: 'VAN=GROUND',
  CARTWRIGHT_CARTS_EXTRA_FIELDS: FIELDS,
};
const CANCELS = { CARTWRIGHT_QUOTES_CPQ_CANCEL_ORDER_ON_FAILURE: 'true', CARTWRIGHT_QUOTES_CPQ_CANCEL_REASON: 'CPQ', CARTWRIGHT_ORDERS_CANCEL_REASONS: 'CPQ,OTHER' };
const ADD = 'mutation ($sku: String!) { addCartLines(lines: [{ sku: $sku, quantity: "10" }]) { id version priceHash lines { id } } }';
const CART = 'query ($id: ID!) { cart(id: $id) { version priceHash lines { unitPrice { amount } } } }';
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id number placedAt status subtotal { amount } discountTotal { amount } taxTotal { amount } total { amount } lines { id total { amount } discount { amount } } } } }';

/** The product with a CPQ outside, its prices and stock our own unless said otherwise. */
const startWithCpq = (settings: Record<string, string> = {}): Promise<OutsideWorld> => startOutsideWorld(({ url, secret }) => ({ ...BUILTIN_STOCK, ...BUILTIN_PRICES, ...SETTINGS, CARTWRIGHT_QUOTES_CPQ_URL: url, CARTWRIGHT_QUOTES_CPQ_SECRET: secret, ...settings }));

const told = ({ system }: OutsideWorld, name = 'transaction'): Data[] => system.calls.filter((call) => call.name === name).map(({ question }): Data => question);
const toldAtLast = (outside: OutsideWorld, name?: string): Data => told(outside, name).at(-1) as Data;

async function placed(buyer: Session, cartId: string, more: object = {}): Promise<Data> {
  const { cart } = await buyer.ask(CART, { id: cartId });
  return (await buyer.ask(PLACE, { input: { cartId, priceHash: cart.priceHash, idempotencyKey: cartId, ...more } })).placeOrder;
}

const statusOf = async (buyer: Session, id: string): Promise<string> => (await buyer.ask('query ($id: ID!) { order(id: $id) { status } }', { id })).order.status;

test('a mirrored cart is a transaction of the CPQ too, signed, with the fields that are mapped; the prices it answers flow back to the cart and to the desk [CPQ-01, CPQ-03, CPQ-13]', async () => {
  await using outside = await startWithCpq({ CARTWRIGHT_CATALOG_PRICE_SOURCE: 'http' });
  const { system, world } = outside;
  for (const sku of ['MUG-RED', 'TEAPOT-1L']) system.prices.set(sku, { unitPrice: '6' });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { addCartLines: cart } = await bea.ask(ADD, { sku: 'MUG-RED' });
  await bea.ask('mutation ($cartId: ID!) { setCartFields(cartId: $cartId, fields: [{ name: "costCenter", value: "4711" }, { name: "secret", value: "x" }]) { id } }', { cartId: cart.id });
  await bea.ask('mutation ($cartId: ID!, $ofLine: LineFieldsInput!) { setLineFields(cartId: $cartId, ofLine: $ofLine) { id } }', { cartId: cart.id, ofLine: { lineId: cart.lines[0].id, fields: [{ name: 'desk', value: '12' }] } });
  await expect.poll(() => toldAtLast(outside)?.lines[0].attributes).toEqual({ _desk: '12' });
  const { quotes } = await sam.ask('{ quotes { nodes { id number } } }');
  expect(toldAtLast(outside)).toMatchObject({ transaction: quotes.nodes[0].id, number: quotes.nodes[0].number, step: 'CART_IN_PROGRESS', currency: 'GBP', attributes: { _cost_center: '4711' }, lines: [{ id: cart.lines[0].id, sku: 'MUG-RED', quantity: '10', unitPrice: '6.00' }], total: '60.00' });
  expect(Object.keys(toldAtLast(outside).attributes)).toEqual(['_cost_center']);
  expect(system.calls.every(({ signed }) => signed)).toBe(true);

  system.prices.set('MUG-RED', { unitPrice: '5' });
  const watch = await bea.watch('subscription ($id: ID!) { cartChanged(cartId: $id) { cause cart { lines { unitPrice { amount } } } } }', { id: cart.id });
  const desk = await sam.watch('subscription { quotesChanged { quote { lines { unitPrice { amount } } } } }');
  await bea.ask(ADD, { sku: 'TEAPOT-1L' });
  const isCheaper = ({ lines }: Data): boolean => lines.map(({ unitPrice }: Data) => unitPrice.amount).join() === '5.00,6.00';
  await watch.until(({ cartChanged }) => cartChanged.cause === 'REPRICED' && isCheaper(cartChanged.cart));
  await desk.until(({ quotesChanged }) => isCheaper(quotesChanged.quote));
  await expect.poll(() => toldAtLast(outside).total).toBe('110.00');
});

test('asked for assistance it is in progress there; an empty cart has no lines, and without the setting nobody is told [CPQ-05, CPQ-11]', async () => {
  await using outside = await startWithCpq();
  const bea = await outside.world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { sku: 'MUG-RED' });
  await expect.poll(() => told(outside).length).toBe(1);
  await bea.ask('mutation ($id: ID!, $line: ID!) { removeCartLines(cartId: $id, lineIds: [$line]) { id } }', { id: cart.id, line: cart.lines[0].id });
  await expect.poll(() => toldAtLast(outside).lines).toEqual([]);
  await bea.ask(ADD, { sku: 'TEAPOT-1L' });
  await expect.poll(() => toldAtLast(outside).lines.length).toBe(1);
  await bea.ask('mutation ($id: ID!) { requestAssistance(cartId: $id) { id } }', { id: cart.id });
  await expect.poll(() => toldAtLast(outside).step).toBe('IN_PROGRESS');
  expect(new Set(told(outside).map(({ transaction }) => transaction)).size).toBe(1);

  const url = { CARTWRIGHT_QUOTES_CPQ_URL: 'http://127.0.0.1:9' };
  await expect(startWorld({ env: url })).rejects.toMatchObject({ code: 'CONFIG_CONFLICT', details: { keys: ['CARTWRIGHT_QUOTES_CPQ_URL', 'CARTWRIGHT_QUOTES_CPQ_SECRET', 'CARTWRIGHT_QUOTES_CART_MIRROR'] } });
});

test('while the CPQ does not answer its buyer notices nothing; later it is told how things stand then', async () => {
  await using outside = await startWithCpq();
  outside.system.behave('CUT');
  const bea = await outside.world.as('bea');
  await bea.ask(ADD, { sku: 'MUG-RED' });
  await expect.poll(() => outside.logged.map(({ msg }) => msg)).toContain('the CPQ system did not answer');
  outside.system.behave('WELL');
  outside.system.calls.length = 0;
  await bea.ask(ADD, { sku: 'TEAPOT-1L' });
  await expect.poll(() => told(outside).map(({ lines }) => lines.length)).toEqual([2]);
});

test('an order of a mirrored cart is handed over without anybody\'s approval: promotions, ids, taxes, discounts by line, address, way and charge of shipping, once [CPQ-07, CPQ-08, CPQ-13]', async () => {
  await using outside = await startWithCpq();
  const [bea, olga] = [await outside.world.as('bea'), await outside.world.as('olga')];
  await taxBritain(olga);
  await olga.ask('mutation { upsertShippingMethods(methods: [{ code: "VAN", name: "Van", currency: "GBP", flat: "4.00" }]) { code } }');
  await promote(olga, { id: 'ten', name: 'Ten off', level: 'CART', kind: 'PERCENT', percentOff: '10' });
  await outside.world.settle();
  const { addCartLines: cart } = await bea.ask(ADD, { sku: 'MUG-RED' });
  await bea.ask('mutation ($id: ID!) { setShippingMethod(cartId: $id, shippingMethod: "VAN") { id } }', { id: cart.id });
  const { viewer } = await bea.ask('{ viewer { account { addresses { id city } } } }');
  const [{ id: shipToAddressId, city }] = viewer.account.addresses;
  const order = await placed(bea, cart.id, { shipToAddressId });
  await expect.poll(() => told(outside, 'order').length).toBe(1);
  const { quotes } = await bea.ask('{ quotes { nodes { id status } } }');
  expect(quotes.nodes).toMatchObject([{ status: 'SUBMITTED' }]);
  const handed = toldAtLast(outside, 'order');
  expect(handed).toMatchObject({
    transaction: quotes.nodes[0].id,
    order: order.id,
    number: order.number,
    placedAt: order.placedAt,
    promotions: [{ promotionId: 'ten', name: 'Ten off', amount: order.discountTotal.amount }],
    shipping: { method: 'GROUND', charge: '4.00', shipTo: { city } },
    taxes: [{ code: 'VAT', amount: order.taxTotal.amount }],
    lines: [{ item: order.lines[0].id, sku: 'MUG-RED', quantity: '10', total: order.lines[0].total.amount, discount: order.lines[0].discount.amount, taxes: [{ code: 'VAT' }], shipTo: { city }, shippingMethod: 'GROUND' }],
    subtotal: order.subtotal.amount,
    total: order.total.amount,
  });
  expect(Number(handed.lines[0].discount)).toBeGreaterThan(0);
  await bea.ask(ADD, { sku: 'TEAPOT-1L' }); // another cart: another run
  await expect.poll(() => told(outside).some(({ lines }) => lines[0]?.sku === 'TEAPOT-1L')).toBe(true);
  expect(told(outside, 'order').length).toBe(1);
});

test('an order the CPQ refuses is called off where the deployment says so, and stands otherwise [CPQ-12]', async () => {
  for (const [settings, status] of [[CANCELS, 'CANCELED'], [{}, 'BOOKED']] as const) {
    await using outside = await startWithCpq(settings);
    outside.system.behave((honest) => ({ ...honest, taken: false }), 'order');
    const bea = await outside.world.as('bea');
    const order = await placed(bea, (await bea.ask(ADD, { sku: 'MUG-RED' })).addCartLines.id);
    await expect.poll(() => outside.logged).toContainEqual(expect.objectContaining({ msg: 'the CPQ system has not taken an order', orderId: order.id, outcome: 'REFUSED' }));
    await expect.poll(() => statusOf(bea, order.id)).toBe(status);
  }
});

test('an order the CPQ has not heard of is told again, and called off only when its patience is over [CPQ-12]', async () => {
  await using outside = await startWithCpq(CANCELS);
  const { system, world, clock } = outside;
  const bea = await world.as('bea');
  system.behave('FAILING', 'order');
  const first = await placed(bea, (await bea.ask(ADD, { sku: 'MUG-RED' })).addCartLines.id);
  await expect.poll(() => told(outside, 'order').length).toBeGreaterThan(0);
  system.behave('WELL');
  clock.advance(3_000); // left alone for a moment
  const next = (await bea.ask(ADD, { sku: 'TEAPOT-1L' })).addCartLines.id;
  await expect.poll(() => told(outside).some(({ lines }) => lines[0]?.sku === 'TEAPOT-1L')).toBe(true);
  expect(await statusOf(bea, first.id)).toBe('BOOKED');

  system.behave('FAILING', 'order');
  const second = await placed(bea, next);
  await expect.poll(() => told(outside, 'order').some(({ order }) => order === second.id)).toBe(true);
  expect(await statusOf(bea, second.id)).toBe('BOOKED');
  clock.advance(300_000);
  await bea.ask(ADD, { sku: 'MUG-BLUE' });
  await expect.poll(() => statusOf(bea, second.id)).toBe('CANCELED');
  expect(await statusOf(bea, first.id)).toBe('BOOKED');
});
