import { expect, test } from 'vitest';
import type { Data, Session } from '../../support/session.ts';
import { sessionWith } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { ADD_ADDRESS, SET_PRIMARY } from '../accounts/parties.ts';
import { add, addressesOf, ship } from '../carts/content.ts';
import { gapsOf, prepare, save } from './checkout.ts';

const CARD = { type: 'CARD', token: 'tok_1', brand: 'Visa', last4: '4242', expires: '2090-05' };
const SAVE_CARD = 'mutation ($method: PaymentMethodInput!) { savePaymentMethod(method: $method) { id } }';
const PREFERENCES = '{ checkoutPreferences { shippingMethod paymentMethodId } }';
const PREFER = 'mutation ($method: String, $card: ID) { setCheckoutPreferences(shippingMethod: $method, paymentMethodId: $card) { shippingMethod paymentMethodId } }';
const BEGUN = 'query ($id: ID!) { cart(id: $id) { version shippingMethod shippingTotal { amount } payment { type last4 methodId } } }';

const keepCard = async (session: Session, card: object = CARD): Promise<string> => (await session.ask(SAVE_CARD, { method: card })).savePaymentMethod.id;
const begun = async (session: Session): Promise<Data> => (await session.ask(BEGUN, { id: (await add(session, { sku: 'MUG-RED' })).id })).cart;
const vans = (olga: Session): Promise<void> => ship(olga, { code: 'AIR', name: 'By air', currency: 'GBP', flat: '12.00' }, { code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' });

test('the first line brings along the preferred way to ship and the first card, in one version; what is said goes before [CHK-08, CHK-09, CHK-11, CHK-13]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await vans(olga);
  const first = await keepCard(bea);
  await keepCard(bea, { ...CARD, token: 'tok_2', last4: '1881' });
  expect((await bea.ask(PREFERENCES)).checkoutPreferences).toEqual({ shippingMethod: null, paymentMethodId: first });
  await bea.ask(PREFER, { method: 'VAN' });
  expect((await bea.ask(PREFERENCES)).checkoutPreferences).toEqual({ shippingMethod: 'VAN', paymentMethodId: first });

  const cart = await begun(bea);
  expect(cart).toEqual({ version: 1, shippingMethod: 'VAN', shippingTotal: { amount: '4.90' }, payment: { type: 'CARD', last4: '4242', methodId: first } });

  const mine = await add(bea, { sku: 'MUG-RED' });
  await save(bea, mine.id, [{ setShippingMethod: { shippingMethod: 'AIR' } }, { setPayment: { type: 'INVOICE' } }]);
  const { cart: prepared } = await prepare(bea, mine.id);
  expect(prepared).toMatchObject({ shippingMethod: 'AIR', payment: { type: 'INVOICE' } });
});

test('a way to ship there is no more is nobody\'s preference, and the checkout takes the first there is; a deleted card is no default [CHK-11, CHK-12, CHK-49]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await vans(olga);
  await bea.ask(PREFER, { method: 'SLED' });
  const card = await keepCard(bea);
  await bea.ask('mutation ($id: ID!) { deletePaymentMethod(paymentMethodId: $id) }', { id: card });
  expect((await bea.ask(PREFERENCES)).checkoutPreferences.paymentMethodId).toBeNull();
  const { id } = await add(bea, { sku: 'MUG-RED' });
  expect((await bea.ask(BEGUN, { id })).cart).toMatchObject({ shippingMethod: null, payment: null });
  const prepared = await prepare(bea, id);
  expect(prepared.cart).toMatchObject({ shippingMethod: 'AIR', payment: { type: 'CARD', last4: null } });
  expect(gapsOf(prepared)).toContain('CARD_REQUIRED');
});

test('no card is filled in where cards are not retained, not taken, or for who may not use the payment book [CHK-12, CHK-14, CHK-43, CHK-44]', async () => {
  const settings: [string, Record<string, string>, string | null, string][] = [
    ['not retained', { CARTWRIGHT_ACCOUNTS_RETAIN_CARDS: 'false' }, null, 'CARD'],
    ['not of the site', { CARTWRIGHT_ORDERS_PAYMENT_TYPES: 'CHECK,CASH' }, null, 'CASH'],
    ['not of the unit', { CARTWRIGHT_ORDERS_UNIT_PAYMENT_TYPES: 'INVOICE' }, null, 'INVOICE'],
  ];
  for (const [, env, atFirst, atCheckout] of settings) {
    await using world = await startWorld({ env });
    const bea = await world.as('bea');
    const card = await keepCard(bea);
    await bea.ask(PREFER, { card });
    const { id } = await add(bea, { sku: 'MUG-RED' });
    expect((await bea.ask(BEGUN, { id })).cart.payment).toBe(atFirst);
    expect((await prepare(bea, id)).cart.payment).toMatchObject({ type: atCheckout, last4: null });
  }
  await using world = await startWorld();
  const bea = await world.as('bea');
  await keepCard(bea);
  const { viewer } = await bea.ask('{ viewer { id account { id } permissions } }');
  const { token } = await world.embedded.issuer.issue({ id: viewer.id, kind: 'BUYER', accountId: viewer.account.id, permissions: viewer.permissions.filter((each: string) => each !== 'USE_PAYMENT_BOOK') }, 600, new Date());
  const bookless = await sessionWith(world.url, token);
  expect((await begun(bookless)).payment).toBeNull();
});

test('a check is never filled in: its number is asked for [CHK-12, CHK-48]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_ORDERS_PAYMENT_TYPES: 'CHECK' } });
  const cat = await world.as('cat');
  const { id } = await add(cat, { sku: 'MUG-RED' });
  const prepared = await prepare(cat, id);
  expect([prepared.cart.payment, gapsOf(prepared).includes('PAYMENT_REQUIRED')]).toEqual([null, true]);
  const { checkout } = await save(cat, id, [{ setPayment: { type: 'CHECK' } }]);
  expect(gapsOf(checkout)).toContain('CHECK_NUMBER_REQUIRED');
});

test('a guest who signs in brings lines, and gets what they usually say, also into the cart they had [CHK-08]', async () => {
  await using world = await startWorld();
  const [olga, guest, bea, cat] = [await world.as('olga'), await world.as('guest'), await world.as('bea'), await world.as('cat')];
  await vans(olga);
  const claim = 'mutation ($token: String!) { claimGuestCart(guestToken: $token, mode: MERGE) { shippingMethod lines { id } } }';
  await add(guest, { sku: 'MUG-RED' });
  await bea.ask(PREFER, { method: 'VAN' });
  expect((await bea.ask(claim, { token: guest.token })).claimGuestCart).toMatchObject({ shippingMethod: 'VAN', lines: [{}] });

  const later = await world.as('guest');
  await add(later, { sku: 'MUG-RED' });
  await add(cat, { sku: 'BAG-JUTE' });
  await cat.ask(PREFER, { method: 'AIR' });
  expect((await cat.ask(claim, { token: later.token })).claimGuestCart).toMatchObject({ shippingMethod: 'AIR', lines: [{}, {}] });
});

test('carts go first where their owner has things sent, else where the organisation has; a named customer is no such place [CHK-08, CHK-10]', async () => {
  await using world = await startWorld();
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  const addresses = await addressesOf(bea);
  const primary = (usage: string, city: string | null, of: object): Promise<Data> => bea.ask(SET_PRIMARY, { usage, addressId: city && addresses.get(city), of });
  const cities = async (): Promise<(string | undefined)[]> => {
    const { id } = await add(bea, { sku: 'MUG-RED' });
    await bea.ask('mutation ($id: ID!) { saveCart(cartId: $id, name: "One") { id } }', { id });
    const { cart } = await bea.ask('query ($id: ID!) { cart(id: $id) { shipTo { city } billTo { city } } }', { id });
    return [cart.shipTo?.city, cart.billTo?.city];
  };
  expect(await cities()).toEqual([undefined, undefined]);
  await primary('SHIP_TO', 'Leeds', {});
  await primary('BILL_TO', 'Leeds', {});
  expect(await cities()).toEqual(['Leeds', 'Leeds']);
  const { viewer } = await bea.ask('{ viewer { id } }');
  const { addAddress } = await bea.ask(ADD_ADDRESS, { address: { recipient: 'Bea', line1: '1 Shambles', postalCode: 'YO1 7LX', city: 'York', country: 'GB' }, of: { contactId: viewer.id } });
  await bea.ask(SET_PRIMARY, { usage: 'SHIP_TO', addressId: addAddress.id, of: { contactId: viewer.id } });
  expect(await cities()).toEqual(['York', 'Leeds']);

  const own = await addressesOf(cat);
  await cat.ask(SET_PRIMARY, { usage: 'BILL_TO', addressId: [...own.values()][0], of: {} });
  const his = await add(cat, { sku: 'MUG-RED' });
  expect(gapsOf(await prepare(cat, his.id))).toEqual(['SHIP_TO_REQUIRED', 'CARD_REQUIRED']);
});
