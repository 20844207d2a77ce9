import { expect, test } from 'vitest';
import { sessionWith } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { add, addressesOf, ORDER, update } from '../carts/content.ts';
import { withOnly } from '../orders-of-shared-carts/shared-orders.ts';
import { draft, move } from '../quotes/negotiation.ts';
import { look, LOOK, prepare, PREPARE } from './checkout.ts';

const SHARE = 'mutation ($id: ID!, $members: [CartMemberInput!]!) { shareCart(cartId: $id, name: "Ours", members: $members) { id } }';

test('checking out a saved cart makes it the active one, and puts the other aside [CHK-07]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const saved = await add(bea, { sku: 'MUG-RED' });
  await bea.ask('mutation ($id: ID!) { saveCart(cartId: $id, name: "Kitchen") { id } }', { id: saved.id });
  const other = await add(bea, { sku: 'BAG-JUTE' });
  expect((await prepare(bea, saved.id)).cart).toMatchObject({ id: saved.id, status: 'ACTIVE' });
  expect((await bea.ask('{ activeCart { id } }')).activeCart.id).toBe(saved.id);
  expect((await bea.ask('query ($id: ID!) { cart(id: $id) { status } }', { id: other.id })).cart.status).toBe('SAVED');
});

test('a shared cart is checked out by its owner and administrators; others hear which role it takes [CHK-07, CHK-52]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_SHARING: 'true' } });
  const [bea, ben, ann] = [await world.as('bea'), await world.as('ben'), await world.as('ann')];
  const { id } = await add(bea, { sku: 'MUG-RED' });
  await bea.ask(SHARE, { id, members: [{ email: 'ben@acme.example', role: 'PARTICIPANT' }, { email: 'ann@acme.example', role: 'ADMINISTRATOR' }] });
  expect(await ben.refused(PREPARE, { cartId: id })).toMatchObject({ code: 'FORBIDDEN', details: { requiredRole: 'ADMINISTRATOR' } });
  const prepared = await prepare(ann, id);
  expect(prepared).toMatchObject({ cart: { id, status: 'ACTIVE' }, placeOrder: { allowed: true } });
  expect((await ann.ask(ORDER, { input: { cartId: id, priceHash: prepared.priceHash, idempotencyKey: 'k' } })).placeOrder).toMatchObject({ id: expect.any(String), lines: [{ quantity: '1', product: { sku: 'MUG-RED' } }] });
  expect((await bea.refused(PREPARE, { cartId: id })).code).toBe('CART_ORDERED');
});

test('an address stays with the cart that has it though it was deleted from the book meanwhile [CHK-17]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const leeds = (await addressesOf(bea)).get('Leeds');
  const { id } = await add(bea, { sku: 'MUG-RED' });
  await update(bea, id, { setShipTo: { addressId: leeds } }, { setBillTo: { addressId: leeds } }, { setPayment: { type: 'INVOICE' } });
  await bea.ask('mutation ($id: ID!) { deleteAddress(addressId: $id) }', { id: leeds });
  const prepared = await prepare(bea, id);
  expect([prepared.ready, prepared.cart.shipTo.city, prepared.cart.billTo.city]).toEqual([true, 'Leeds', 'Leeds']);
  expect((await bea.ask(ORDER, { input: { cartId: id, priceHash: prepared.priceHash, idempotencyKey: 'k' } })).placeOrder.shipToAddressId).toBe(leeds);
});

test('leaving the checkout of a quote that takes no changes leads to the quote, not to a cart, and it stays as it was offered [CHK-03]', async () => {
  await using world = await startWorld();
  const [bea, gus, sam] = [await world.as('bea'), await world.as('gus'), await world.as('sam')];
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  const { version } = await move(sam, 'publish', id);
  const { prepareCheckout: prepared } = await bea.ask(PREPARE, { quoteId: id });
  expect(prepared).toMatchObject({ version, cart: null, quote: { id }, cancelTo: 'QUOTE', placeOrder: { allowed: true } });
  expect(prepared.changes.some(({ allowed }: { allowed: boolean }) => allowed)).toBe(false);
  expect((await gus.refused(PREPARE, { quoteId: id })).code).toBe('NOT_FOUND');
});

test('beginning a checkout takes CHECKOUT, placing the order CREATE_ORDER; private people need neither [CHK-50, CHK-51]', async () => {
  await using world = await startWorld();
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  const { id } = await add(bea, { sku: 'MUG-RED' });
  const without = await withOnly(world, 'bea', 'CREATE_ORDER');
  for (const query of [PREPARE, LOOK]) expect(await without.refused(query, { id, cartId: id })).toMatchObject({ code: 'FORBIDDEN', details: { permission: 'CHECKOUT' } });
  const shopper = await withOnly(world, 'bea', 'CHECKOUT', 'CHANGE_BILLTO_CONTACT');
  const prepared = await look(shopper, id);
  expect(prepared.placeOrder).toBeNull();
  expect(prepared.pages.flatMap(({ buttons }: { buttons: string[] }) => buttons)).not.toContain('PLACE_ORDER');
  const may = Object.fromEntries(prepared.changes.map(({ name, allowed }: { name: string; allowed: boolean }) => [name, allowed]));
  expect(may).toMatchObject({ setShipTo: true, setBillTo: true, setPayment: true, shipToContact: false, billToContact: true, shipToCustomer: false });
  const his = await add(cat, { sku: 'MUG-RED' });
  expect((await prepare(cat, his.id)).placeOrder).not.toBeNull();
  const guest = await sessionWith(world.url, (await world.as('guest')).token ?? '');
  const theirs = await add(guest, { sku: 'MUG-RED' });
  expect((await prepare(guest, theirs.id)).cart.payment).toEqual({ type: 'CARD', last4: null, label: null });
});
