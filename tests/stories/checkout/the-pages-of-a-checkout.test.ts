import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { add, addressesOf, ship } from '../carts/content.ts';
import { gapsOf, look, LOOK, prepare, PREPARE, save, stepsOf } from './checkout.ts';

test('a business buyer has a page for shipping and one for billing, a private person one for both [CHK-01, CHK-06]', async () => {
  await using world = await startWorld();
  const [bea, cat, olga] = [await world.as('bea'), await world.as('cat'), await world.as('olga')];
  await ship(olga, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' });
  const [hers, his] = [await add(bea, { sku: 'MUG-RED' }), await add(cat, { sku: 'MUG-RED' })];
  const business = await prepare(bea, hers.id);
  expect(stepsOf(business)).toEqual(['SHIPPING', 'BILLING', 'REVIEW', 'CONFIRMATION']);
  expect(business).toMatchObject({ current: 'SHIPPING', ready: false, cancelTo: 'CART', shippingMethods: [{ code: 'VAN', name: 'By van' }], paymentTypes: ['CARD', 'INVOICE', 'CASH', 'CHECK'] });
  expect(business).toMatchObject({ subtotal: { amount: '6.95' }, shippingTotal: { amount: '4.90' }, total: { amount: '11.85' }, cart: { shippingMethod: 'VAN', payment: { type: 'CARD' } } });
  expect(gapsOf(business)).toEqual(['SHIP_TO_REQUIRED', 'BILL_TO_REQUIRED', 'CARD_REQUIRED']);
  expect(stepsOf(await prepare(cat, his.id))).toEqual(['SHIPPING_AND_BILLING', 'REVIEW', 'CONFIRMATION']);
});

test('a page is saved and the next one shown in one, nobody gets past a page with something missing, and none can be jumped to [CHK-01, CHK-02, CHK-04, CHK-09]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const leeds = (await addressesOf(bea)).get('Leeds');
  const { id } = await add(bea, { sku: 'MUG-RED' });
  await prepare(bea, id);
  expect(await look(bea, id, { at: 'SHIPPING', go: 'NEXT' })).toMatchObject({ current: 'SHIPPING' });
  const { checkout: billing } = await save(bea, id, [{ setShipTo: { addressId: leeds } }], { at: 'SHIPPING', go: 'NEXT' });
  expect(billing.current).toBe('BILLING');
  expect(billing.pages.map(({ step, current, open }: { step: string; current: boolean; open: boolean }) => [step, current, open])).toEqual([['SHIPPING', false, true], ['BILLING', true, false], ['REVIEW', false, false], ['CONFIRMATION', false, false]]);
  expect((await look(bea, id, { at: 'REVIEW' })).current).toBe('BILLING');
  const { checkout: review } = await save(bea, id, [{ setBillTo: { addressId: leeds } }, { setPayment: { type: 'INVOICE' } }], { at: 'BILLING', go: 'NEXT' });
  expect(review).toMatchObject({ current: 'REVIEW', ready: true, payment: { type: 'INVOICE' }, placeOrder: { allowed: true } });
  expect(review.pages.filter(({ open }: { open: boolean }) => open)).toMatchObject([{ step: 'BILLING' }]);
  expect(review.pages[2].buttons).toEqual(['CHANGE', 'PLACE_ORDER', 'BACK', 'CANCEL']);
  const aside = await look(bea, id, { at: 'REVIEW', branch: true });
  expect(aside.pages.filter(({ current, open }: { current: boolean; open: boolean }) => current || open)).toMatchObject([{ step: 'REVIEW', current: true }]);

  const again = await prepare(bea, id);
  expect([again.version, again.cart.payment.type]).toEqual([review.version, 'INVOICE']);
});

test('what is missing goes by what was said: nobody may look at the checkout of a stranger, nor begin one without the right to [CHK-51]', async () => {
  await using world = await startWorld();
  const [bea, ben, gus] = [await world.as('bea'), await world.as('ben'), await world.as('gus')];
  const { id } = await add(bea, { sku: 'MUG-RED' });
  for (const query of [LOOK, PREPARE]) expect((await gus.refused(query, { id, cartId: id })).code).toBe('NOT_FOUND');
  expect((await bea.refused(PREPARE, {})).code).toBe('BAD_USER_INPUT');
  const bens = await add(ben, { sku: 'MUG-RED' });
  expect((await prepare(ben, bens.id)).placeOrder).toBeNull();
});

test('what was said in the cart is how the order is paid; another way may be said when placing it [CHK-45]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { id } = await add(bea, { sku: 'MUG-RED' });
  await save(bea, id, [{ setPayment: { type: 'CASH' } }]);
  const { priceHash, payment } = await save(bea, id, [{ setPayment: { type: 'CHECK', checkNumber: '000117' } }]);
  expect(payment).toEqual({ type: 'CHECK', last4: null, checkNumber: '000117' });
  const place = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { paymentKind } } }';
  expect((await bea.ask(place, { input: { cartId: id, priceHash, idempotencyKey: 'a' } })).placeOrder.paymentKind).toBe('CHECK');
  for (const wrong of [{ type: 'CASH', paymentMethodId: 'x' }, { type: 'BARTER' }, { type: 'FAX_CARD' }, { type: 'INVOICE', checkNumber: '1' }, { type: 'CHECK', checkNumber: '4111 1111 1111 1111' }]) {
    const other = await add(bea, { sku: 'MUG-RED' });
    expect(['BAD_USER_INPUT', 'PAYMENT_TYPE_NOT_OFFERED']).toContain((await bea.refused('mutation ($id: ID!, $actions: [CartAction!]!) { updateCart(cartId: $id, actions: $actions) { id } }', { id: other.id, actions: [{ setPayment: wrong }] })).code);
  }
});

test('a business that buys for others has a page for that, and hears on each page who must still be named; private people have none of it [CHK-01, CHK-21, CHK-36, CHK-39]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_END_CUSTOMER: 'true', CARTWRIGHT_CARTS_MANDATE_CONTACTS: 'true', CARTWRIGHT_CARTS_MANDATE_END_CUSTOMER: 'true' } });
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  const [hers, his] = [await add(bea, { sku: 'MUG-RED' }), await add(cat, { sku: 'MUG-RED' })];
  const prepared = await prepare(bea, hers.id);
  expect(stepsOf(prepared)).toEqual(['SHIPPING', 'BILLING', 'END_CUSTOMER', 'REVIEW', 'CONFIRMATION']);
  expect(prepared.gaps.filter(({ code }: { code: string }) => /CONTACT|END_CUSTOMER/.test(code))).toMatchObject([{ step: 'SHIPPING' }, { step: 'BILLING' }, { step: 'END_CUSTOMER', code: 'END_CUSTOMER_REQUIRED' }]);
  expect(prepared.placeOrder.allowed).toBe(false);
  expect(prepared.changes).toContainEqual({ name: 'setEndCustomer', allowed: true, reason: null });
  const private_ = await prepare(cat, his.id);
  expect([stepsOf(private_), gapsOf(private_).some((code) => /CONTACT|END_CUSTOMER/.test(code))]).toEqual([['SHIPPING_AND_BILLING', 'REVIEW', 'CONFIRMATION'], false]);
});
