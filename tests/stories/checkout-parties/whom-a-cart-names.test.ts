import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { addressesOf } from '../carts/content.ts';
import { CREATE_CONTACT, OSLO, SET_PRIMARY } from '../accounts/parties.ts';
import { place, placeRefused, withOnly } from '../orders-of-shared-carts/shared-orders.ts';
import { fillCart } from '../orders/shopping.ts';
import { customerWith, ORDERED, READ_PARTIES, rename, renameRefused } from './naming.ts';

test('a cart ships to a customer and bills another, with a contact each, and the order keeps them as they were [CHK-22, CHK-23, CHK-24, CHK-30]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const [initech, umbra] = [await customerWith(bea, 'Initech'), await customerWith(bea, 'Umbra')];
  const { id } = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  const before = (await bea.ask(READ_PARTIES, { id })).cart;
  expect(before).toMatchObject({ isBusiness: true, shipToCustomer: null, shipToContact: null, billToCustomer: null, billToContact: null });

  const named = await rename(bea, id, { setShipTo: initech.party }, { setBillTo: { ...umbra.party, purchaseOrderNumber: 'PO-1' } });
  expect(named).toMatchObject({
    version: before.version + 1,
    shipToCustomer: { name: 'Initech' },
    shipToContact: { name: 'Contact of Initech', customer: { name: 'Initech' } },
    shipTo: { city: 'Oslo' },
    billToCustomer: { name: 'Umbra' },
    billToContact: { name: 'Contact of Umbra' },
    billTo: { city: 'Oslo' },
    purchaseOrderNumber: 'PO-1',
  });

  const order = await place(bea, id);
  const { order: kept } = await bea.ask(ORDERED, { id: order.id });
  expect(kept).toMatchObject({
    shipTo: { recipient: 'Initech', city: 'Oslo' },
    parties: {
      shipTo: { customer: { id: initech.id, name: 'Initech', number: 'N-Initech' }, contact: { name: 'Contact of Initech', email: 'initech@example.com' } },
      billTo: { customer: { name: 'Umbra' }, contact: { name: 'Contact of Umbra' } },
      endCustomer: null,
    },
  });
});

test('what is named must belong together: contact and address to the customer, and an address of one contact to that one [CHK-24, CHK-28]', async () => {
  await using world = await startWorld();
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const [initech, umbra, theirs] = [await customerWith(bea, 'Initech'), await customerWith(bea, 'Umbra'), await customerWith(gus, 'Globex customer')];
  const own = (await bea.ask(CREATE_CONTACT, { usage: 'SHIP_TO', customerId: initech.id, contact: { name: 'Home worker' }, address: { ...OSLO, city: 'Bergen' } })).createContact;
  const home = (await bea.ask('query ($id: ID!) { addresses(of: { contactId: $id }) { nodes { id city } } }', { id: own.id })).addresses.nodes.find(({ city }: { city: string }) => city === 'Bergen').id;
  const leeds = (await addressesOf(bea)).get('Leeds');
  const { id } = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  const wrong = [
    { customerId: theirs.id },
    { customerId: initech.id, contactId: theirs.party.contactId },
    { customerId: initech.id, contactId: umbra.party.contactId },
    { customerId: initech.id, addressId: umbra.party.addressId },
    { customerId: initech.id, addressId: leeds },
    { addressId: initech.party.addressId },
    { contactId: initech.party.contactId },
    { customerId: initech.id, addressId: home },
    { customerId: initech.id, contactId: initech.party.contactId, addressId: home },
  ];
  for (const setShipTo of wrong) expect(await renameRefused(bea, id, { setShipTo }), JSON.stringify(setShipTo)).toMatchObject({ code: 'NOT_FOUND', details: { action: 0 } });
  for (const setBillTo of wrong) expect((await renameRefused(bea, id, { setBillTo })).code).toBe('NOT_FOUND');
  expect(await rename(bea, id, { setShipTo: { customerId: initech.id, contactId: own.id, addressId: home } })).toMatchObject({ shipTo: { city: 'Bergen' } });
  expect(await rename(bea, id, { setShipTo: { addressId: initech.party.addressId } }), 'what is left out of customer and contact stays').toMatchObject({ shipToCustomer: { name: 'Initech' }, shipToContact: { name: 'Home worker' }, shipTo: { city: 'Oslo' } });
  expect(await rename(bea, id, { setShipTo: { customerId: null, addressId: leeds } }), 'another company, nobody of it').toMatchObject({ shipToCustomer: null, shipToContact: null, shipTo: { city: 'Leeds' } });
  expect((await placeRefused(bea, id, { shipToAddressId: initech.party.addressId })).code, 'nor by way of the order').toBe('NOT_FOUND');
});

test('another customer or contact takes its right, another address none; private people name neither [CHK-22, CHK-23, CHK-24]', async () => {
  await using world = await startWorld();
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  const initech = await customerWith(bea, 'Initech');
  const { customerId, contactId, addressId } = initech.party;
  const { id } = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  const [leeds, galway] = [(await addressesOf(bea)).get('Leeds'), (await addressesOf(bea)).get('Galway')];
  const me = (await bea.ask('{ viewer { id } }')).viewer.id;
  const nothing = await withOnly(world, 'bea', 'CHECKOUT');
  for (const [action, infix] of [['setShipTo', 'SHIPTO'], ['setBillTo', 'BILLTO']] as const) {
    expect(await renameRefused(nothing, id, { [action]: { customerId } })).toMatchObject({ code: 'FORBIDDEN', details: { permission: `CHANGE_${infix}_CUSTOMER` } });
    await rename(await withOnly(world, 'bea', `CHANGE_${infix}_CUSTOMER`), id, { [action]: { customerId, addressId } });
    expect(await renameRefused(nothing, id, { [action]: { contactId } })).toMatchObject({ code: 'FORBIDDEN', details: { permission: `CHANGE_${infix}_CONTACT` } });
    expect(await renameRefused(await withOnly(world, 'bea', `CHANGE_${infix}_CUSTOMER`), id, { [action]: { contactId } })).toMatchObject({ code: 'FORBIDDEN' });
    await rename(await withOnly(world, 'bea', `CHANGE_${infix}_CONTACT`), id, { [action]: { contactId, addressId } });
    expect((await renameRefused(nothing, id, { [action]: { contactId: null } })).code).toBe('FORBIDDEN');
    await rename(bea, id, { [action]: { customerId: null, addressId: leeds } });
    await rename(nothing, id, { [action]: { addressId: galway } });
    await rename(nothing, id, { [action]: { contactId: me, addressId: galway } });
    expect((await renameRefused(nothing, id, { [action]: { contactId: null } })).code, 'oneself too is only named, not taken out').toBe('FORBIDDEN');
  }
  const { id: hers } = await fillCart(cat, [{ sku: 'MUG-RED', quantity: '1' }]);
  for (const said of [{ customerId }, { contactId }]) expect((await renameRefused(cat, hers, { setShipTo: said })).code).toBe('FORBIDDEN');
  expect((await renameRefused(cat, hers, { useMyCompany: { usage: 'SHIP_TO' } })).code).toBe('FORBIDDEN');
});

test('"my company" names the organisation, whoever asks, and their primary address or else that of the organisation [CHK-10, CHK-29]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const initech = await customerWith(bea, 'Initech');
  const [leeds, galway] = [(await addressesOf(bea)).get('Leeds'), (await addressesOf(bea)).get('Galway')];
  const me = (await bea.ask('{ viewer { id } }')).viewer.id;
  const { id } = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  const home = async (usage: string) => {
    await rename(bea, id, { setShipTo: initech.party }, { setBillTo: initech.party });
    const cart = await rename(bea, id, { useMyCompany: { usage } });
    return usage === 'SHIP_TO' ? [cart.shipToCustomer, cart.shipToContact.name, cart.shipTo?.city] : [cart.billToCustomer, cart.billToContact.name, cart.billTo?.city];
  };
  expect(await home('SHIP_TO')).toEqual([null, 'Bea', undefined]);
  await bea.ask(SET_PRIMARY, { usage: 'SHIP_TO', addressId: leeds });
  expect(await home('SHIP_TO')).toEqual([null, 'Bea', 'Leeds']);
  expect(await home('BILL_TO'), 'each usage has a primary address of its own').toEqual([null, 'Bea', undefined]);
  await bea.ask(SET_PRIMARY, { usage: 'SHIP_TO', addressId: galway, of: { contactId: me } });
  expect(await home('SHIP_TO')).toEqual([null, 'Bea', 'Galway']);
  await bea.ask('mutation ($id: ID!) { deleteAddress(addressId: $id) }', { id: galway });
  expect(await home('SHIP_TO'), 'a deleted one counts no more').toEqual([null, 'Bea', 'Leeds']);
  for (const right of ['CHANGE_SHIPTO_CUSTOMER', 'CHANGE_SHIPTO_CONTACT']) {
    expect((await renameRefused(await withOnly(world, 'bea', right), id, { useMyCompany: { usage: 'SHIP_TO' } })).code).toBe('FORBIDDEN');
  }
  await rename(await withOnly(world, 'bea', 'CHANGE_SHIPTO_CUSTOMER', 'CHANGE_SHIPTO_CONTACT'), id, { useMyCompany: { usage: 'SHIP_TO' } });
});

test('a single line goes to and is billed to others than the cart [CHK-30]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_LINE_SHIPPING: 'true' } });
  const bea = await world.as('bea');
  const [initech, umbra] = [await customerWith(bea, 'Initech'), await customerWith(bea, 'Umbra')];
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }, { sku: 'MUG-BLUE', quantity: '1' }]);
  const read = (await bea.ask(READ_PARTIES, { id: cart.id })).cart;
  const lineId = read.lines[1].id;
  expect((await renameRefused(bea, cart.id, { setLineShipping: { lineId, customerId: initech.id } })).code, 'a customer of its own goes with a place of its own').toBe('BAD_USER_INPUT');
  expect((await renameRefused(await withOnly(world, 'bea'), cart.id, { setLineShipping: { lineId, ...initech.party } })).code).toBe('FORBIDDEN');
  expect((await renameRefused(await withOnly(world, 'bea'), cart.id, { setLineBillTo: { lineId, ...initech.party } })).code).toBe('FORBIDDEN');
  const named = await rename(bea, cart.id, { setLineShipping: { lineId, ...initech.party } }, { setLineBillTo: { lineId, ...umbra.party } });
  expect(named.lines).toMatchObject([
    { shipping: null, billTo: null },
    { shipping: { customer: { name: 'Initech' }, contact: { name: 'Contact of Initech' }, shipTo: { city: 'Oslo' } }, billTo: { customer: { name: 'Umbra' }, contact: { name: 'Contact of Umbra' }, address: { city: 'Oslo' } } },
  ]);
  const order = await place(bea, cart.id);
  const { order: kept } = await bea.ask(ORDERED, { id: order.id });
  expect(kept.parties).toBeNull();
  expect(kept.lines).toMatchObject([{ parties: null }, { parties: { shipTo: { customer: { name: 'Initech' } }, billTo: { customer: { name: 'Umbra' }, address: { city: 'Oslo' } } } }]);
  const { lines } = await rename(bea, (await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }])).id, { setNote: { note: 'x' } });
  expect(lines).toMatchObject([{ billTo: null }]);
});
