import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { add, addressesOf, CONTENT, ORDER, READ, ship, update } from './content.ts';

const FIELDS = [
  { name: 'costCenter', level: 'cart', type: 'text', label: 'Cost center', required: true, maxLength: 6 },
  { name: 'installBy', level: 'cart', type: 'date', label: 'Install by' },
  { name: 'desk', level: 'line', type: 'integer', label: 'Desk' },
  { name: 'colour', level: 'line', type: 'choice', label: 'Colour', choices: ['red', 'blue'] },
];
const env = { CARTWRIGHT_CARTS_EXTRA_FIELDS: JSON.stringify(FIELDS) };
const SET = `mutation ($cartId: ID!, $fields: [ExtraFieldInput!]!) { setCartFields(cartId: $cartId, fields: $fields) { ${CONTENT} } }`;
const SET_LINE = `mutation ($cartId: ID!, $ofLine: LineFieldsInput!) { setLineFields(cartId: $cartId, ofLine: $ofLine) { ${CONTENT} } }`;
const HASH = 'query ($id: ID!) { cart(id: $id) { priceHash } }';

test('fields of cart and line are stored, read, and found again on the order and its lines [CART-73]', async () => {
  await using world = await startWorld({ env });
  const bea = await world.as('bea');
  const { cartFieldDefinitions } = await bea.ask('{ cartFieldDefinitions { name level type label required choices } }');
  expect(cartFieldDefinitions.map(({ name }: { name: string }) => name)).toEqual(['costCenter', 'installBy', 'desk', 'colour']);
  const { id, lines } = await add(bea, { sku: 'MUG-RED' }, { sku: 'BAG-JUTE' });
  await bea.ask(SET, { cartId: id, fields: [{ name: 'costCenter', value: ' 4711 ' }, { name: 'installBy', value: '2030-05-03' }] });
  const { setLineFields: cart } = await bea.ask(SET_LINE, { cartId: id, ofLine: { lineId: lines[0].id, fields: [{ name: 'colour', value: 'red' }, { name: 'desk', value: '+012' }] } });
  expect(cart.fields).toEqual([{ name: 'costCenter', label: 'Cost center', type: 'text', value: '4711' }, { name: 'installBy', label: 'Install by', type: 'date', value: '2030-05-03' }]);
  expect(cart.lines.map(({ fields }: { fields: unknown }) => fields)).toEqual([[{ name: 'desk', value: '12' }, { name: 'colour', value: 'red' }], []]);
  const { cart: read } = await bea.ask(HASH, { id });
  const { placeOrder: order } = await bea.ask(ORDER, { input: { cartId: id, priceHash: read.priceHash, idempotencyKey: 'k' } });
  expect(order.fields).toEqual([{ name: 'costCenter', label: 'Cost center', value: '4711' }, { name: 'installBy', label: 'Install by', value: '2030-05-03' }]);
  expect(order.lines[0].fields).toEqual([{ name: 'desk', label: 'Desk', value: '12' }, { name: 'colour', label: 'Colour', value: 'red' }]);
});

test('a required field that is missing is a problem of the cart, and stops the order until it is filled in [CART-73]', async () => {
  await using world = await startWorld({ env });
  const bea = await world.as('bea');
  const cart = await add(bea, { sku: 'MUG-RED' });
  expect(cart.problems).toMatchObject([{ code: 'FIELD_REQUIRED', lineId: null }]);
  const { cart: read } = await bea.ask(HASH, { id: cart.id });
  expect((await bea.refused(ORDER, { input: { cartId: cart.id, priceHash: read.priceHash, idempotencyKey: 'k' } })).code).toBe('FIELD_REQUIRED');
  const { setCartFields: filled } = await bea.ask(SET, { cartId: cart.id, fields: [{ name: 'costCenter', value: '4711' }] });
  expect(filled.problems).toEqual([]);
  const { setCartFields: blank } = await bea.ask(SET, { cartId: cart.id, fields: [{ name: 'costCenter', value: '' }] });
  expect([blank.fields, blank.problems.length]).toEqual([[], 1]);
});

test('a value that is not of its type is refused, and nothing is stored', async () => {
  await using world = await startWorld({ env });
  const bea = await world.as('bea');
  const { id, lines } = await add(bea, { sku: 'MUG-RED' });
  const good = { name: 'installBy', value: '2030-05-03' };
  for (const bad of [{ name: 'costCenter', value: '1234567' }, { name: 'installBy', value: '2030-02-30' }, { name: 'desk', value: '1' }, { name: 'nosuch', value: 'x' }]) {
    expect(await bea.refused(SET, { cartId: id, fields: [good, bad] })).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: bad.name } });
  }
  for (const bad of [{ name: 'desk', value: '1.5' }, { name: 'colour', value: 'green' }]) {
    expect(await bea.refused(SET_LINE, { cartId: id, ofLine: { lineId: lines[0].id, fields: [bad] } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: bad.name } });
  }
  expect((await bea.ask(READ, { cartId: id })).cart).toMatchObject({ version: 1, fields: [] });
});

test('fields that are declared badly stop the start', async () => {
  for (const bad of ['not json', '[{"name":"a"}]', '[{"name":"a","level":"cart","type":"choice","label":"A"}]', '[{"name":"a","level":"cart","type":"text","label":"A"},{"name":"a","level":"cart","type":"text","label":"B"}]']) {
    await expect(startWorld({ env: { CARTWRIGHT_CARTS_EXTRA_FIELDS: bad } })).rejects.toThrow(/extraFields/);
  }
});

test('a saved cart tells its lines, item prices, whom it is sold to, and where it is shipped and billed to [CART-28]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await ship(olga, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' });
  const addresses = await addressesOf(bea);
  const { id } = await add(bea, { sku: 'MUG-RED', quantity: '2' });
  await update(
    bea,
    id,
    { setShippingMethod: { shippingMethod: 'VAN' } },
    { setShipTo: { addressId: addresses.get('Leeds'), instructions: 'Ring twice', requestedOn: '2030-05-03' } },
    { setBillTo: { addressId: addresses.get('Galway'), purchaseOrderNumber: 'PO 7' } },
  );
  await bea.ask('mutation ($id: ID!) { saveCart(cartId: $id, name: "Spring") { id } }', { id });
  const { cart } = await bea.ask(`query ($id: ID!) { cart(id: $id) { status soldTo { name } shipTo { recipient line1 city postalCode country } ${CONTENT} } }`, { id });
  expect(cart).toMatchObject({
    status: 'SAVED',
    soldTo: { name: 'Acme' },
    lines: [{ quantity: '2', unitPrice: { amount: '6.95' }, total: { amount: '13.90' } }],
    shippingMethod: 'VAN',
    shippingTotal: { amount: '4.90' },
    shipTo: { recipient: 'Acme goods in', line1: '1 Foundry Lane', city: 'Leeds', postalCode: 'LS1 4AP', country: 'GB' },
    shippingInstructions: 'Ring twice',
    requestedOn: '2030-05-03',
    billTo: { city: 'Galway' },
    purchaseOrderNumber: 'PO 7',
  });
});

test('where a cart is shipped to decides its taxes, and whether its way of shipping can be had', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask('mutation { upsertTaxRates(rates: [{ code: "VAT", country: "GB", rate: "0.2" }, { code: "VAT", country: "IE", rate: "0.23" }]) { __typename } }');
  await ship(olga, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90', countries: ['GB'] });
  const addresses = await addressesOf(bea);
  const { id, taxTotal } = await add(bea, { sku: 'TEAPOT-1L', quantity: '2' });
  expect(taxTotal.amount).toBe('0.00'); // nobody said where to, and the site has no country
  const home = await update(bea, id, { setShipTo: { addressId: addresses.get('Leeds') } }, { setShippingMethod: { shippingMethod: 'VAN' } });
  expect([home.taxes[0].amount.amount, home.problems]).toEqual(['10.78', []]); // of 49.00 and the van
  const away = await update(bea, id, { setShipTo: { addressId: addresses.get('Galway') } });
  expect([away.taxes[0].amount.amount, away.problems]).toMatchObject(['11.27', [{ code: 'SHIPPING_UNAVAILABLE', lineId: null }]]);
  const { cart } = await bea.ask(HASH, { id });
  expect((await bea.refused(ORDER, { input: { cartId: id, priceHash: cart.priceHash, idempotencyKey: 'k' } })).code).toBe('SHIPPING_UNAVAILABLE');
});
