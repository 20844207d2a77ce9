import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { promote } from '../prices/cart-prices.ts';
import { add, addressesOf, linesOf, READ, ship, update, UPDATE_CART } from './content.ts';

const WATCH = 'subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { kind cause fromVersion version cart { version lines { id } } } }';

test('many actions are one version, one price and one frame', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await ship(olga, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' });
  await promote(olga, { id: 'ten', name: 'Ten off', code: 'TEN', level: 'CART', kind: 'PERCENT', percentOff: '10' });
  const { id, lines } = await add(bea, { sku: 'MUG-RED' }, { sku: 'BAG-JUTE' });
  const watch = await bea.watch(WATCH, { cartId: id });
  expect((await watch.next()).cartChanged).toMatchObject({ kind: 'SNAPSHOT', version: 1 });
  const leeds = (await addressesOf(bea)).get('Leeds');
  const cart = await update(
    bea,
    id,
    { addLines: [{ sku: 'TEAPOT-1L', quantity: '2' }] },
    { updateLines: [{ lineId: lines[0].id, quantity: '10' }] },
    { removeLines: [lines[1].id] },
    { applyPromotionCode: 'ten' },
    { setShippingMethod: { shippingMethod: 'VAN' } },
    { setShipTo: { addressId: leeds, instructions: 'Ring twice', requestedOn: '2030-05-03' } },
    { setBillTo: { addressId: leeds, purchaseOrderNumber: 'PO 7' } },
    { setNote: { note: 'Handle with care' } },
    { setNote: { lineId: lines[0].id, note: 'Red ones only' } },
  );
  // 10 x 6.25 + 2 x 24.50 = 111.50, less ten percent, and the van, and a fifth of it all as tax
  expect(cart).toMatchObject({ version: 2, total: { amount: '126.30' }, shippingTotal: { amount: '4.90' }, promotionCodes: [{ code: 'TEN', applied: true }] });
  expect(cart).toMatchObject({ shipTo: { city: 'Leeds' }, billTo: { city: 'Leeds' }, purchaseOrderNumber: 'PO 7', shippingInstructions: 'Ring twice', requestedOn: '2030-05-03', note: 'Handle with care' });
  expect([linesOf(cart), cart.lines[0].note]).toEqual([['10 EA MUG-RED', '2 EA TEAPOT-1L'], 'Red ones only']);
  expect((await watch.next()).cartChanged).toMatchObject({ kind: 'CHANGE', cause: 'UPDATED', fromVersion: 1, version: 2 });
  expect((await bea.ask(READ, { cartId: id })).cart).toEqual(cart);
});

test('one action that is refused undoes all of them, and is named by its place', async () => {
  await using world = await startWorld();
  const [bea, ben, gus] = [await world.as('bea'), await world.as('ben'), await world.as('gus')];
  const cart = await add(bea, { sku: 'MUG-RED' });
  const good = { addLines: [{ sku: 'BAG-JUTE' }] };
  const cases: [object, object][] = [
    [{ addLines: [{ sku: 'NOSUCH' }] }, { code: 'UNKNOWN_SKU', details: { action: 1, sku: 'NOSUCH' } }],
    [{ addLines: [{ sku: 'HAMPER-XL', quantity: '1.5' }] }, { code: 'QUANTITY_INDIVISIBLE', details: { action: 1 } }],
    [{ updateLines: [{ lineId: 'gone', quantity: '1' }] }, { code: 'NOT_FOUND', details: { action: 1, lineId: 'gone' } }],
    [{ applyPromotionCode: 'NOSUCH' }, { code: 'PROMOTION_CODE_REFUSED', details: { action: 1, reason: 'UNKNOWN_CODE' } }],
    [{ setShippingMethod: { shippingMethod: 'DRONE' } }, { code: 'BAD_USER_INPUT', details: { action: 1, reason: 'UNKNOWN_METHOD' } }],
    [{ setShipTo: { addressId: (await addressesOf(gus)).get('Liverpool') } }, { code: 'NOT_FOUND', details: { action: 1 } }],
    [{ setShipTo: { requestedOn: '2030-02-30' } }, { code: 'BAD_USER_INPUT', details: { action: 1 } }],
    [{ splitLine: { lineId: cart.lines[0].id, quantities: ['1', '1'] } }, { code: 'OPERATION_DISABLED', details: { action: 1 } }],
    [{ setFields: [{ name: 'nosuch', value: '1' }] }, { code: 'BAD_USER_INPUT', details: { action: 1, field: 'nosuch' } }],
  ];
  for (const [bad, refusal] of cases) expect(await bea.refused(UPDATE_CART, { cartId: cart.id, actions: [good, bad, good] })).toMatchObject(refusal);
  for (const stranger of [ben, gus]) expect((await stranger.refused(UPDATE_CART, { cartId: cart.id, actions: [good] })).code).toBe('NOT_FOUND');
  expect((await bea.refused(UPDATE_CART, { cartId: cart.id, actions: [] })).code).toBe('BAD_USER_INPUT');
  const two = await bea.answer(UPDATE_CART, { cartId: cart.id, actions: [{ ...good, applyPromotionCode: 'TEN' }] });
  expect(two.errors).toHaveLength(1); // the schema says: exactly one
  expect((await bea.ask(READ, { cartId: cart.id })).cart).toEqual(cart);
});

test('the same key is one effect; on top of a version that has passed nothing is done', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const cart = await add(bea, { sku: 'MUG-RED' });
  const request = { cartId: cart.id, actions: [{ addLines: [{ sku: 'BAG-JUTE' }] }], key: 'k' };
  const answers = await Promise.all([1, 2, 3].map(() => bea.ask(UPDATE_CART, request)));
  for (const { updateCart } of answers) expect(updateCart).toMatchObject({ version: 2, lines: [{}, {}] });
  expect((await bea.refused(UPDATE_CART, { ...request, key: 'l', expectedVersion: 1 })).code).toBe('STALE_VERSION');
});

test('an action sees what the ones before it did', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_LINE_SHIPPING: 'true' } });
  const bea = await world.as('bea');
  const { id, lines } = await add(bea, { sku: 'MUG-RED', quantity: '2' });
  const cart = await update(bea, id, { updateLines: [{ lineId: lines[0].id, quantity: '5' }] }, { splitLine: { lineId: lines[0].id, quantities: ['2', '3'] } });
  expect(linesOf(cart)).toEqual(['2 EA MUG-RED', '3 EA MUG-RED']);
});

test('who may not use agreements or codes may not in a batch either', async () => {
  await using world = await startWorld();
  const [ben, cat] = [await world.as('ben'), await world.as('cat')];
  const [bens, cats] = [await add(ben, { sku: 'MUG-RED' }), await add(cat, { sku: 'MUG-RED' })];
  expect(await ben.refused(UPDATE_CART, { cartId: bens.id, actions: [{ applyPromotionCode: 'TEN' }] })).toMatchObject({ code: 'FORBIDDEN', details: { action: 0 } });
  expect(await cat.refused(UPDATE_CART, { cartId: cats.id, actions: [{ setPricingAgreement: { agreementId: 'frame' } }] })).toMatchObject({ code: 'FORBIDDEN', details: { action: 0 } });
});
