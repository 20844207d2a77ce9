import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { tax } from '../prices/cart-prices.ts';
import { add, addressesOf, CONTENT, linesOf, ORDER, ship, update } from './content.ts';

const SINGLY = { CARTWRIGHT_CARTS_LINE_SHIPPING: 'true' };
const SPLIT = `mutation ($cartId: ID!, $split: SplitLineInput!) { splitCartLine(cartId: $cartId, split: $split) { ${CONTENT} } }`;
const SET = `mutation ($cartId: ID!, $shipping: LineShippingInput!) { setLineShipping(cartId: $cartId, shipping: $shipping) { ${CONTENT} } }`;

test('a line is split into lines that are together as much and say the same', async () => {
  await using world = await startWorld({ env: { ...SINGLY, CARTWRIGHT_CARTS_EXTRA_FIELDS: '[{"name":"desk","level":"line","type":"text","label":"Desk"}]' } });
  const bea = await world.as('bea');
  const { id, lines } = await add(bea, { sku: 'CABLE-2.5', quantity: '2.5' }, { sku: 'BAG-JUTE' });
  await update(bea, id, { setLineFields: { lineId: lines[0].id, fields: [{ name: 'desk', value: 'B 12' }] } });
  const { splitCartLine: cart } = await bea.ask(SPLIT, { cartId: id, split: { lineId: lines[0].id, quantities: ['1.25', '0.75', '0.5'] } });
  expect(linesOf(cart)).toEqual(['1.25 MTR CABLE-2.5', '0.75 MTR CABLE-2.5', '0.5 MTR CABLE-2.5', '1 EA BAG-JUTE']);
  expect(cart.lines[0].id).toBe(lines[0].id);
  for (const part of cart.lines.slice(0, 3)) expect(part.fields).toEqual([{ name: 'desk', value: 'B 12' }]);
  for (const quantities of [['1', '0.3'], ['1.26'], [], ['1.25', '0'], ['2', '-0.75']]) {
    expect((await bea.refused(SPLIT, { cartId: id, split: { lineId: lines[0].id, quantities } })).code).toBe('QUANTITY_INVALID');
  }
  expect((await bea.refused(SPLIT, { cartId: id, split: { lineId: lines[1].id, quantities: ['0.5', '0.5'] } })).code).toBe('QUANTITY_INVALID');
});

test('lines that go the same way to the same address share the freight, others pay their own, and the order costs that', async () => {
  await using world = await startWorld({ env: SINGLY });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await ship(olga, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90', freeFrom: '50' }, { code: 'AIR', name: 'By air', currency: 'GBP', flat: '12.00' });
  const galway = (await addressesOf(bea)).get('Galway');
  const { id, lines } = await add(bea, { sku: 'MUG-RED' }, { sku: 'BAG-JUTE' }, { sku: 'TEAPOT-1L' }, { sku: 'BOWL-16' });
  await update(bea, id, { setShippingMethod: { shippingMethod: 'VAN' } });
  const cart = await update(bea, id, ...[2, 3].map((i) => ({ setLineShipping: { lineId: lines[i].id, addressId: galway, shippingMethod: 'AIR', instructions: 'Ferry', requestedOn: '2030-05-03' } })));
  expect(cart.shipments).toEqual([
    { shippingMethod: 'VAN', addressId: null, charge: { amount: '4.90' }, problem: null },
    { shippingMethod: 'AIR', addressId: galway, charge: { amount: '12.00' }, problem: null },
  ]);
  expect([cart.shippingTotal.amount, cart.total.amount]).toEqual(['16.90', '58.30']); // 6.95 + 4.20 + 24.50 + 5.75 and the freight
  expect(cart.lines[2].shipping).toEqual({ shipTo: { city: 'Galway' }, shippingMethod: 'AIR', instructions: 'Ferry', requestedOn: '2030-05-03' });
  const { setLineShipping: back } = await bea.ask(SET, { cartId: id, shipping: { lineId: lines[3].id } });
  expect([back.lines[3].shipping, back.shippingTotal.amount]).toEqual([null, '16.90']);
  const { cart: read } = await bea.ask('query ($id: ID!) { cart(id: $id) { priceHash } }', { id });
  const { placeOrder: order } = await bea.ask(ORDER, { input: { cartId: id, priceHash: read.priceHash, idempotencyKey: 'k' } });
  expect(order).toMatchObject({ shippingTotal: { amount: '16.90' }, total: { amount: '58.30' } });
});

test('a line that goes abroad has the taxes of there, and a way that does not serve the place is refused', async () => {
  await using world = await startWorld({ env: { ...SINGLY, CARTWRIGHT_CARTS_LINE_TAXES: 'true' } });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await tax(olga);
  await olga.ask('mutation { upsertTaxRates(rates: [{ code: "VAT", country: "IE", rate: "0.23" }]) { __typename } }');
  await ship(olga, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90', countries: ['GB'] });
  const galway = (await addressesOf(bea)).get('Galway');
  const { id, lines } = await add(bea, { sku: 'TEAPOT-1L', quantity: '2' }, { sku: 'TEAPOT-1L', quantity: '2' });
  const cart = await update(bea, id, { setLineShipping: { lineId: lines[1].id, addressId: galway } });
  expect(cart.lines.map((line: { taxes: unknown }) => line.taxes)).toEqual([[{ code: 'VAT', amount: { amount: '9.80' } }], [{ code: 'VAT', amount: { amount: '11.27' } }]]);
  expect(cart.taxTotal.amount).toBe('21.07');
  expect(await bea.refused(SET, { cartId: id, shipping: { lineId: lines[1].id, addressId: galway, shippingMethod: 'VAN' } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { reason: 'NOT_SERVED' } });
});

test('switched off, lines are neither split nor shipped singly', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { id, lines } = await add(bea, { sku: 'MUG-RED', quantity: '2' });
  expect((await bea.refused(SPLIT, { cartId: id, split: { lineId: lines[0].id, quantities: ['1', '1'] } })).code).toBe('OPERATION_DISABLED');
  expect((await bea.refused(SET, { cartId: id, shipping: { lineId: lines[0].id, instructions: 'Ring' } })).code).toBe('OPERATION_DISABLED');
});
