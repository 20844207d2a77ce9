import { expect, test } from 'vitest';
import { add, addressesOf, update } from '../carts/content.ts';
import { ACTIVATE, EMAILS, SHARE, startSharing } from '../sharing/sharing.ts';
import { place, placeRefused } from './shared-orders.ts';

const DELETE = 'mutation ($id: ID!) { deleteAddress(addressId: $id) }';
const SINGLY = { CARTWRIGHT_CARTS_LINE_SHIPPING: 'true' };

test('a deleted address stays in a shared cart, can still be edited around, and is where the order of a member goes [SHARE-32]', async () => {
  await using world = await startSharing(SINGLY);
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const book = await addressesOf(bea);
  const [leeds, galway] = [book.get('Leeds'), book.get('Galway')];
  const { id, lines } = await add(bea, { sku: 'MUG-RED' }, { sku: 'BAG-JUTE' });
  await update(bea, id, { setShipTo: { addressId: leeds } }, { setBillTo: { addressId: galway } }, { setLineShipping: { lineId: lines[1].id, addressId: galway, instructions: 'Ferry', requestedOn: '2030-05-03' } });
  await bea.ask(SHARE, { cartId: id, name: 'Office', members: [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }] });
  for (const gone of [leeds, galway]) await bea.ask(DELETE, { id: gone });

  await ann.ask(ACTIVATE, { cartId: id });
  const edited = await update(ann, id, { setShipTo: { addressId: leeds, instructions: 'Ring twice', requestedOn: '2030-05-02' } }, { setBillTo: { addressId: galway, purchaseOrderNumber: 'PO 7' } }, { setLineShipping: { lineId: lines[1].id, addressId: galway, instructions: 'By ferry' } });
  expect(edited).toMatchObject({ shipTo: { id: leeds, city: 'Leeds' }, billTo: { id: galway } });
  await update(ann, id, { setNote: { note: 'For the fair' } }, { setNote: { lineId: lines[0].id, note: 'No box' } });
  const order = await place(ann, id);
  expect(order).toMatchObject({
    shipTo: { id: leeds, recipient: 'Acme goods in', city: 'Leeds' },
    billTo: { id: galway, city: 'Galway' },
    shippingInstructions: 'Ring twice',
    requestedOn: '2030-05-02',
    purchaseOrderNumber: 'PO 7',
    note: 'For the fair',
    lines: [{ note: 'No box', shipping: null }, { note: null, shipping: { shipTo: { city: 'Galway' }, shippingMethod: null, instructions: 'By ferry', requestedOn: null } }],
  });
});

test('a deleted address is no choice for a cart that does not have it, nor when placing an order', async () => {
  await using world = await startSharing(SINGLY);
  const bea = await world.as('bea');
  const leeds = (await addressesOf(bea)).get('Leeds');
  const { id, lines } = await add(bea, { sku: 'MUG-RED' });
  await bea.ask(DELETE, { id: leeds });
  for (const action of [{ setShipTo: { addressId: leeds } }, { setBillTo: { addressId: leeds } }, { setLineShipping: { lineId: lines[0].id, addressId: leeds } }]) {
    expect((await bea.refused('mutation ($id: ID!, $actions: [CartAction!]!) { updateCart(cartId: $id, actions: $actions) { id } }', { id, actions: [action] })).code).toBe('NOT_FOUND');
  }
  for (const named of [{ shipToAddressId: leeds }, { billToAddressId: leeds }]) expect(await placeRefused(bea, id, named)).toMatchObject({ code: 'NOT_FOUND', details: { addressId: leeds } });
  expect((await place(bea, id)).shipTo).toBeNull();
});

test('an order keeps its addresses as they were; those of others and of other countries are refused', async () => {
  await using world = await startSharing();
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  const { addAddress: york } = await bea.ask('mutation ($address: AddressInput!) { addAddress(address: $address) { id } }', { address: { recipient: 'Acme North', line1: '9 Minster Yard', postalCode: 'YO1 7HH', city: 'York', country: 'GB' } });
  const [ours, theirs] = [await addressesOf(bea), await addressesOf(cat)];
  const { id } = await add(bea, { sku: 'MUG-RED' });
  await update(bea, id, { setShipTo: { addressId: ours.get('Leeds') } });
  expect((await placeRefused(bea, id, { shipToAddressId: theirs.get('Oxford') })).code).toBe('NOT_FOUND');
  expect(await placeRefused(bea, id, { shipToAddressId: ours.get('Galway') })).toMatchObject({ code: 'BAD_USER_INPUT', details: { country: 'IE', pricedFor: 'GB' } });
  const order = await place(bea, id, { shipToAddressId: york.id, billToAddressId: ours.get('Galway') });
  expect(order).toMatchObject({ shipTo: { city: 'York' }, billTo: { city: 'Galway' } });
  await bea.ask('mutation ($id: ID!, $address: AddressInput!) { updateAddress(addressId: $id, address: $address) { id } }', { id: york.id, address: { recipient: 'Somebody else', line1: '1 Elsewhere', postalCode: 'X', city: 'Hull', country: 'GB' } });
  expect((await bea.ask('query ($id: ID!) { order(id: $id) { shipTo { recipient city } shipToAddressId } }', { id: order.id })).order).toEqual({ shipTo: { recipient: 'Acme North', city: 'York' }, shipToAddressId: york.id });
});

test('a cart a guest put together goes to no address of the guest\'s once somebody has signed in and claimed it', async () => {
  await using world = await startSharing(SINGLY);
  const [guest, cat] = [await world.as('guest'), await world.as('cat')];
  const { addAddress: theirs } = await guest.ask('mutation ($address: AddressInput!) { addAddress(address: $address) { id } }', { address: { recipient: 'Guest', line1: '1 Elsewhere', postalCode: 'X', city: 'Cork', country: 'IE' } });
  const { id, lines } = await add(guest, { sku: 'MUG-RED' });
  await update(guest, id, { setShipTo: { addressId: theirs.id } }, { setBillTo: { addressId: theirs.id } }, { setLineShipping: { lineId: lines[0].id, addressId: theirs.id, instructions: 'Ring' } });
  const { claimGuestCart: claimed } = await cat.ask('mutation ($token: String!) { claimGuestCart(guestToken: $token, mode: KEEP) { id } }', { token: guest.token });
  const order = await place(cat, claimed.id);
  expect(order).toMatchObject({ shipTo: null, billTo: null, lines: [{ shipping: { shipTo: null, instructions: 'Ring' } }] });
});
