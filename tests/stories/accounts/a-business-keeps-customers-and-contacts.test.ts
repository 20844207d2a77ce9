import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { withOnly } from '../orders-of-shared-carts/shared-orders.ts';
import { CREATE_CONTACT, CREATE_CUSTOMER, FIND_ADDRESSES, FIND_CONTACTS, FIND_CUSTOMERS, ADD_ADDRESS, OSLO, SET_PRIMARY } from './parties.ts';

test('a business makes a customer with an address and a contact once a key, and finds them; others do not [CHK-25, CHK-26, CHK-28]', async () => {
  await using world = await startWorld();
  const [bea, ben, gus, cat, guest] = [await world.as('bea'), await world.as('ben'), await world.as('gus'), await world.as('cat'), await world.as('guest')];
  const make = { usage: 'SHIP_TO', customer: { name: 'Initech', number: 'C-7' }, address: OSLO, key: 'initech' };
  const { createCustomer: initech } = await bea.ask(CREATE_CUSTOMER, make);
  expect(initech).toMatchObject({ name: 'Initech', number: 'C-7' });
  expect((await bea.ask(CREATE_CUSTOMER, make)).createCustomer.id).toBe(initech.id);
  const contact = { name: 'Peter', email: 'Peter@initech.example', phone: '+47 1' };
  const { createContact: peter } = await bea.ask(CREATE_CONTACT, { usage: 'SHIP_TO', customerId: initech.id, contact, address: { ...OSLO, line1: 'At home', city: 'Bergen' } });
  expect(peter).toMatchObject({ name: 'Peter', email: 'peter@initech.example', customer: { id: initech.id } });

  const { customers } = await ben.ask(FIND_CUSTOMERS, { usage: 'BILL_TO' });
  expect(customers.nodes).toEqual([{ id: initech.id, name: 'Initech', number: 'C-7' }]);
  const { addresses } = await ben.ask(FIND_ADDRESSES, { of: { customerId: initech.id } });
  expect(addresses.nodes).toMatchObject([{ recipient: 'Initech', city: 'Oslo', customer: { name: 'Initech' }, contact: null }]);
  const { addresses: his } = await ben.ask(FIND_ADDRESSES, { of: { contactId: peter.id } });
  expect(his.nodes).toMatchObject([{ city: 'Oslo' }, { city: 'Bergen', recipient: 'Peter', contact: { id: peter.id } }]);
  expect((await bea.ask('{ viewer { account { addresses { city } } } }')).viewer.account.addresses).toEqual([{ city: 'Leeds' }, { city: 'Galway' }]);

  expect((await gus.ask(FIND_CUSTOMERS, { usage: 'SHIP_TO' })).customers.nodes).toEqual([]);
  for (const of of [{ customerId: initech.id }, { contactId: peter.id }]) expect((await gus.refused(FIND_ADDRESSES, { of })).code).toBe('NOT_FOUND');
  expect((await gus.refused(FIND_CONTACTS, { usage: 'SHIP_TO', customerId: initech.id })).code).toBe('NOT_FOUND');
  expect((await gus.refused(CREATE_CONTACT, { usage: 'SHIP_TO', customerId: initech.id, contact })).code).toBe('NOT_FOUND');
  expect((await gus.refused(ADD_ADDRESS, { address: OSLO, of: { contactId: peter.id } })).code).toBe('NOT_FOUND');
  for (const privately of [cat, guest]) {
    expect((await privately.refused(CREATE_CUSTOMER, make)).code).toBe('FORBIDDEN');
    expect((await privately.refused(FIND_CUSTOMERS, { usage: 'SHIP_TO' })).code).toBe('FORBIDDEN');
    expect((await privately.refused(FIND_CONTACTS, { usage: 'SHIP_TO' })).code).toBe('FORBIDDEN');
  }
});

test('customers are found by several parts of what is known of them, page by page [CHK-42]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const initech = (await bea.ask(CREATE_CUSTOMER, { usage: 'END_CUSTOMER', customer: { name: 'Initech', number: 'C-7' }, address: OSLO })).createCustomer;
  const umbra = (await bea.ask(CREATE_CUSTOMER, { usage: 'END_CUSTOMER', customer: { name: 'Umbra 100%' }, address: { ...OSLO, city: 'Paris', country: 'FR', postalCode: '75001' } })).createCustomer;
  await bea.ask(CREATE_CONTACT, { usage: 'END_CUSTOMER', customerId: umbra.id, contact: { name: 'Zoé', email: 'zoe@umbra.example' } });
  const found = async (search: object): Promise<string[]> => (await bea.ask(FIND_CUSTOMERS, { usage: 'END_CUSTOMER', search })).customers.nodes.map(({ name }: { name: string }) => name);
  expect(await found({})).toEqual(['Initech', 'Umbra 100%']);
  expect(await found({ name: 'INIT' })).toEqual(['Initech']);
  expect(await found({ name: '%' })).toEqual(['Umbra 100%']);
  expect(await found({ number: 'c-' })).toEqual(['Initech']);
  expect(await found({ city: 'par', country: 'fr' })).toEqual(['Umbra 100%']);
  expect(await found({ city: 'par', country: 'no' })).toEqual([]);
  expect(await found({ postalCode: '0150' })).toEqual(['Initech']);
  expect(await found({ contact: 'zoe@' })).toEqual(['Umbra 100%']);
  expect(await found({ contact: 'zoe@', name: 'init' })).toEqual([]);

  const { customers: page } = await bea.ask(FIND_CUSTOMERS, { usage: 'END_CUSTOMER', first: 1 });
  expect(page).toMatchObject({ nodes: [{ id: initech.id }], pageInfo: { hasNextPage: true } });
  expect((await bea.ask(FIND_CUSTOMERS, { usage: 'END_CUSTOMER', first: 1, after: page.pageInfo.endCursor })).customers).toMatchObject({ nodes: [{ id: umbra.id }], pageInfo: { hasNextPage: false } });
});

test('contacts of the organisation itself are its people and whom it took down beside them [CHK-24]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  await bea.ask(CREATE_CONTACT, { usage: 'BILL_TO', contact: { name: 'Bart', phone: '12' } });
  const names = async (more: object = {}): Promise<string[]> => (await bea.ask(FIND_CONTACTS, { usage: 'BILL_TO', ...more })).contacts.nodes.map(({ name }: { name: string }) => name);
  expect(await names()).toEqual(['Ann', 'Bart', 'Bea', 'Ben']);
  expect(await names({ search: 'acme.example' })).toEqual(['Ann', 'Bea', 'Ben']);
  const { contacts } = await bea.ask(FIND_CONTACTS, { usage: 'BILL_TO', first: 2 });
  expect(await names({ first: 2, after: contacts.pageInfo.endCursor })).toEqual(['Bea', 'Ben']);
  for (const wrong of [{ name: ' ' }, { name: 'x'.repeat(101) }, { name: 'x', email: 'nobody' }]) expect((await bea.refused(CREATE_CONTACT, { usage: 'BILL_TO', contact: wrong })).code).toBe('BAD_USER_INPUT');
});

const RIGHTS = ['CHANGE_?_CUSTOMER', 'CHANGE_?_CONTACT', 'CREATE_?_CUSTOMER', 'CREATE_?_CONTACT', 'CREATE_?_CUSTOMER_ADDRESS', 'CREATE_?_CONTACT_ADDRESS'];

test.each([['SHIP_TO', 'SHIPTO'], ['BILL_TO', 'BILLTO'], ['END_CUSTOMER', 'ENDCUSTOMER']])('each of the six rights of %s is needed for its own, and none for another usage [CHK-23, CHK-24, CHK-25, CHK-26, CHK-27, CHK-29]', async (usage, infix) => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { createCustomer: initech } = await bea.ask(CREATE_CUSTOMER, { usage: 'SHIP_TO', customer: { name: 'Initech' } });
  const { createContact: peter } = await bea.ask(CREATE_CONTACT, { usage: 'SHIP_TO', customerId: initech.id, contact: { name: 'Peter' } });
  const attempts: [string, string, object][] = [
    ['CHANGE_?_CUSTOMER', FIND_CUSTOMERS, { usage }],
    ['CHANGE_?_CONTACT', FIND_CONTACTS, { usage, customerId: initech.id }],
    ['CREATE_?_CUSTOMER', CREATE_CUSTOMER, { usage, customer: { name: 'New' } }],
    ['CREATE_?_CONTACT', CREATE_CONTACT, { usage, customerId: initech.id, contact: { name: 'New' } }],
    ['CREATE_?_CUSTOMER_ADDRESS', ADD_ADDRESS, { usage, address: OSLO, of: { customerId: initech.id } }],
    ['CREATE_?_CONTACT_ADDRESS', ADD_ADDRESS, { usage, address: OSLO, of: { contactId: peter.id } }],
  ];
  for (const [right, query, variables] of attempts) {
    const permission = right.replace('?', infix);
    const others = RIGHTS.flatMap((each) => ['SHIPTO', 'BILLTO', 'ENDCUSTOMER'].map((other) => each.replace('?', other))).filter((each) => each !== permission);
    await (await withOnly(world, 'bea', permission)).ask(query, variables as Record<string, unknown>);
    expect(await (await withOnly(world, 'bea', ...others)).refused(query, variables as Record<string, unknown>)).toMatchObject({ code: 'FORBIDDEN', details: { permission } });
  }
  const alone = await withOnly(world, 'bea', `CREATE_${infix}_CONTACT`);
  expect((await alone.refused(CREATE_CONTACT, { usage, customerId: initech.id, contact: { name: 'New' }, address: OSLO })).code).toBe('FORBIDDEN');
  expect((await (await withOnly(world, 'bea')).ask(FIND_ADDRESSES, { of: { customerId: initech.id } })).addresses.nodes.length).toBe(1);

  const rights = async (...permissions: string[]) => (await (await withOnly(world, 'bea', ...permissions)).ask('{ viewer { partyRights { usage changeCustomer changeContact changeAddress createContactAddress createCustomerAddress useMyCompany } } }')).viewer.partyRights.find((each: { usage: string }) => each.usage === usage);
  const none = { changeCustomer: false, changeContact: false, changeAddress: true, createContactAddress: false, createCustomerAddress: false, useMyCompany: false };
  expect(await rights()).toEqual({ usage, ...none });
  expect(await rights(`CHANGE_${infix}_CUSTOMER`, `CREATE_${infix}_CUSTOMER_ADDRESS`)).toEqual({ usage, ...none, changeCustomer: true, createCustomerAddress: true });
  expect(await rights(`CHANGE_${infix}_CUSTOMER`, `CHANGE_${infix}_CONTACT`)).toEqual({ usage, ...none, changeCustomer: true, changeContact: true, useMyCompany: true });
});

test('a primary address is one of its holder, and anybody sets their own', async () => {
  await using world = await startWorld();
  const [bea, gus, cat] = [await world.as('bea'), await world.as('gus'), await world.as('cat')];
  const leeds = (await bea.ask(FIND_ADDRESSES)).addresses.nodes[0].id;
  const me = (await bea.ask('{ viewer { id } }')).viewer.id;
  expect((await bea.ask(SET_PRIMARY, { usage: 'SHIP_TO', addressId: leeds })).setPrimaryAddress).toEqual({ id: leeds });
  const without = await withOnly(world, 'bea');
  expect((await without.ask(SET_PRIMARY, { usage: 'BILL_TO', addressId: leeds, of: { contactId: me } })).setPrimaryAddress).toEqual({ id: leeds });
  expect((await without.refused(SET_PRIMARY, { usage: 'BILL_TO', addressId: leeds })).code).toBe('FORBIDDEN');
  expect((await gus.refused(SET_PRIMARY, { usage: 'BILL_TO', addressId: leeds })).code).toBe('NOT_FOUND');
  expect((await gus.refused(SET_PRIMARY, { usage: 'BILL_TO', addressId: null, of: { contactId: me } })).code).toBe('NOT_FOUND');
  const oxford = (await cat.ask(FIND_ADDRESSES)).addresses.nodes[0].id;
  expect((await cat.ask(SET_PRIMARY, { usage: 'SHIP_TO', addressId: oxford })).setPrimaryAddress).toEqual({ id: oxford });
  const { createCustomer: initech } = await bea.ask(CREATE_CUSTOMER, { usage: 'SHIP_TO', customer: { name: 'Initech' } });
  expect((await bea.refused(SET_PRIMARY, { usage: 'SHIP_TO', addressId: leeds, of: { customerId: initech.id } })).code).toBe('NOT_FOUND');
  expect((await bea.ask(SET_PRIMARY, { usage: 'SHIP_TO', addressId: null })).setPrimaryAddress).toBeNull();
});
