import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { addressesOf } from '../carts/content.ts';
import { CREATE_CUSTOMER, OSLO } from '../accounts/parties.ts';
import { place, placeRefused, withOnly } from '../orders-of-shared-carts/shared-orders.ts';
import { fillCart } from '../orders/shopping.ts';
import { customerWith, ORDERED, READ_PARTIES, rename, renameRefused } from './naming.ts';

const ASKED = { CARTWRIGHT_CARTS_END_CUSTOMER: 'true' };
const MANDATED = { ...ASKED, CARTWRIGHT_CARTS_MANDATE_END_CUSTOMER: 'true' };
const SETTINGS = '{ partySettings { mandateContacts endCustomer mandateEndCustomer mandateEndCustomerContact } }';

test('the end customer is whom the goods go to, until somebody says otherwise; what was said with its two flags stays with the order [CHK-15, CHK-37, CHK-38, CHK-41, CHK-42]', async () => {
  await using world = await startWorld({ env: ASKED });
  const bea = await world.as('bea');
  const [initech, umbra] = [await customerWith(bea, 'Initech'), await customerWith(bea, 'Umbra')];
  const { id } = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }, { sku: 'MUG-BLUE', quantity: '1' }]);
  const [, second] = (await bea.ask(READ_PARTIES, { id })).cart.lines;
  expect(await rename(bea, id, { setShipTo: initech.party })).toMatchObject({
    endCustomer: { customer: { name: 'Initech' }, contact: { name: 'Contact of Initech' }, address: { city: 'Oslo' }, isSameAsShipTo: true, isInstallLocation: false, isSaid: false },
  });
  const said = await rename(bea, id, { setEndCustomer: { ...umbra.party, isInstallLocation: true } }, { setEndCustomer: { lineId: second.id, ...initech.party, isSameAsShipTo: true } });
  expect(said).toMatchObject({
    shipToCustomer: { name: 'Initech' },
    endCustomer: { customer: { name: 'Umbra' }, isSameAsShipTo: false, isInstallLocation: true, isSaid: true },
    lines: [{ endCustomer: null }, { endCustomer: { customer: { name: 'Initech' }, isSameAsShipTo: true, isInstallLocation: false, isSaid: true } }],
  });
  expect(await rename(bea, id, { setEndCustomer: {} }), 'nothing said goes back').toMatchObject({ endCustomer: { customer: { name: 'Initech' }, isSaid: false } });
  await rename(bea, id, { setEndCustomer: { ...umbra.party, isInstallLocation: true } });

  const order = await place(bea, id);
  const { order: kept } = await bea.ask(ORDERED, { id: order.id });
  expect(kept).toMatchObject({
    parties: { endCustomer: { customer: { name: 'Umbra' }, contact: { name: 'Contact of Umbra' }, address: { city: 'Oslo' }, isSameAsShipTo: false, isInstallLocation: true } },
    lines: [{ parties: null }, { parties: { endCustomer: { customer: { name: 'Initech' }, isSameAsShipTo: true } } }],
  });
});

test('it is asked of businesses only, and only where it is switched on; nobody may do it without the rights [CHK-23, CHK-36, CHK-40]', async () => {
  await using off = await startWorld();
  const buyer = await off.as('bea');
  const cart = await fillCart(buyer, [{ sku: 'MUG-RED', quantity: '2' }]);
  expect((await buyer.ask(READ_PARTIES, { id: cart.id })).cart.endCustomer).toBeNull();
  expect((await renameRefused(buyer, cart.id, { setEndCustomer: { isInstallLocation: true } })).code).toBe('OPERATION_DISABLED');
  expect((await renameRefused(buyer, cart.id, { useMyCompany: { usage: 'END_CUSTOMER' } })).code).toBe('OPERATION_DISABLED');

  await using world = await startWorld({ env: ASKED });
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  const initech = await customerWith(bea, 'Initech');
  const { customerId, contactId, addressId } = initech.party;
  const { id } = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  const nothing = await withOnly(world, 'bea');
  expect(await renameRefused(nothing, id, { setEndCustomer: { customerId } })).toMatchObject({ code: 'FORBIDDEN', details: { permission: 'CHANGE_ENDCUSTOMER_CUSTOMER' } });
  expect((await nothing.refused(CREATE_CUSTOMER, { usage: 'END_CUSTOMER', customer: { name: 'New' }, address: OSLO })).code).toBe('FORBIDDEN');
  const chooser = await withOnly(world, 'bea', 'CHANGE_ENDCUSTOMER_CUSTOMER');
  expect((await chooser.refused(CREATE_CUSTOMER, { usage: 'END_CUSTOMER', customer: { name: 'New' } })).code, 'who may not make any chooses among those there are').toBe('FORBIDDEN');
  expect(await rename(chooser, id, { setEndCustomer: { customerId, addressId } })).toMatchObject({ endCustomer: { customer: { name: 'Initech' }, contact: null } });
  expect(await renameRefused(chooser, id, { setEndCustomer: { contactId, addressId } })).toMatchObject({ code: 'FORBIDDEN', details: { permission: 'CHANGE_ENDCUSTOMER_CONTACT' } });
  const hers = await fillCart(cat, [{ sku: 'MUG-RED', quantity: '2' }]);
  expect((await cat.ask(READ_PARTIES, { id: hers.id })).cart).toMatchObject({ isBusiness: false, endCustomer: null });
  expect((await renameRefused(cat, hers.id, { setEndCustomer: { isInstallLocation: true } })).code).toBe('FORBIDDEN');
});

test('where it is mandated no order goes without an end customer, and none without their contact where that is mandated too [CHK-39]', async () => {
  await using world = await startWorld({ env: { ...MANDATED, CARTWRIGHT_CARTS_MANDATE_END_CUSTOMER_CONTACT: 'true' } });
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  expect((await bea.ask(SETTINGS)).partySettings).toEqual({ mandateContacts: false, endCustomer: true, mandateEndCustomer: true, mandateEndCustomerContact: true });
  const { customerId, contactId, addressId } = (await customerWith(bea, 'Initech')).party;
  const { id } = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  expect((await bea.ask(READ_PARTIES, { id })).cart.problems).toEqual([{ code: 'END_CUSTOMER_REQUIRED', lineId: null, side: 'END_CUSTOMER' }]);
  expect(await placeRefused(bea, id)).toMatchObject({ code: 'END_CUSTOMER_REQUIRED', details: { side: 'END_CUSTOMER' } });
  expect((await rename(bea, id, { setEndCustomer: { customerId, addressId } })).problems).toEqual([{ code: 'CONTACT_REQUIRED', lineId: null, side: 'END_CUSTOMER' }]);
  expect(await placeRefused(bea, id)).toMatchObject({ code: 'CONTACT_REQUIRED', details: { side: 'END_CUSTOMER' } });
  expect((await rename(bea, id, { setEndCustomer: { contactId, addressId } })).problems).toEqual([]);
  await place(bea, id);
  await place(cat, (await fillCart(cat, [{ sku: 'MUG-RED', quantity: '2' }])).id);

  await using alone = await startWorld({ env: { ...ASKED, CARTWRIGHT_CARTS_MANDATE_END_CUSTOMER_CONTACT: 'true' } });
  const other = await alone.as('bea');
  expect((await other.ask(SETTINGS)).partySettings, 'a contact alone means nothing').toMatchObject({ mandateEndCustomer: false, mandateEndCustomerContact: false });
  await place(other, (await fillCart(other, [{ sku: 'MUG-RED', quantity: '2' }])).id);
});

test('where contacts are mandated a business cannot order without one to ship to and one to bill; by default it can [CHK-21, CHK-22]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_MANDATE_CONTACTS: 'true' } });
  const [bea, cat] = [await world.as('bea'), await world.as('cat')];
  const [me, leeds] = [(await bea.ask('{ viewer { id } }')).viewer.id, (await addressesOf(bea)).get('Leeds')];
  const { id } = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  const unnamed = await rename(bea, id, { setShipTo: { contactId: null, addressId: leeds } }, { setBillTo: { contactId: null, addressId: leeds } });
  expect(unnamed.problems).toEqual(['SHIP_TO', 'BILL_TO'].map((side) => ({ code: 'CONTACT_REQUIRED', lineId: null, side })));
  expect(await placeRefused(bea, id)).toMatchObject({ code: 'CONTACT_REQUIRED', details: { side: 'SHIP_TO' } });
  expect((await rename(await withOnly(world, 'bea'), id, { setShipTo: { contactId: me, addressId: leeds } })).problems).toEqual([{ code: 'CONTACT_REQUIRED', lineId: null, side: 'BILL_TO' }]);
  expect((await placeRefused(bea, id)).details).toMatchObject({ side: 'BILL_TO' });
  expect((await rename(bea, id, { useMyCompany: { usage: 'BILL_TO' } })).problems).toEqual([]);
  await place(bea, id);
  await place(cat, (await fillCart(cat, [{ sku: 'MUG-RED', quantity: '2' }])).id);
});
