import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { CREATE_CONTACT, FIND_ADDRESSES, FIND_CONTACTS, FIND_CUSTOMERS } from '../accounts/parties.ts';
import { addressesOf } from '../carts/content.ts';
import { place } from '../orders-of-shared-carts/shared-orders.ts';
import { fillCart } from '../orders/shopping.ts';
import { customerWith, rename } from './naming.ts';

const SITES = '{ viewer { account { addresses { city siteUses { usage number location } } } } }';
const RELATE = `mutation ($accountId: ID!, $customerId: ID, $name: String, $number: String) {
  relateCustomer(accountId: $accountId, customerId: $customerId, name: $name, number: $number) { id name number } }`;

test.each([
  [{}, ['SHIP_TO-LEEDS-1', 'BILL_TO-LEEDS-2', 'SHIP_TO-GALWAY-3']],
  [{ CARTWRIGHT_ACCOUNTS_AUTO_SITE_NUMBERING: 'true' }, ['1', '2', '3']],
])('the first order to a place makes it a site, the next finds it [CHK-31] %j', async (env, [shipLeeds, billLeeds, shipGalway]) => {
  await using world = await startWorld({ env });
  const bea = await world.as('bea');
  const [leeds, galway] = [(await addressesOf(bea)).get('Leeds'), (await addressesOf(bea)).get('Galway')];
  const sites = async () => {
    await world.settle();
    return Object.fromEntries((await bea.ask(SITES)).viewer.account.addresses.map(({ city, siteUses }: { city: string; siteUses: { location: string }[] }) => [city, siteUses.map(({ location }) => location)]));
  };
  expect(await sites()).toEqual({ Leeds: [], Galway: [] });
  for (let twice = 0; twice < 2; twice++) {
    const { id } = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
    await rename(bea, id, { setShipTo: { addressId: leeds } }, { setBillTo: { addressId: leeds } });
    await place(bea, id);
    expect(await sites()).toEqual({ Leeds: [shipLeeds, billLeeds], Galway: [] });
  }
  const { id } = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  await rename(bea, id, { setShipTo: { addressId: galway } }, { setBillTo: { addressId: leeds } });
  await place(bea, id);
  expect(await sites()).toEqual({ Leeds: [shipLeeds, billLeeds], Galway: [shipGalway] });
});

test('a customer whom several organisations know shows each of them its own contacts and addresses only [CHK-28]', async () => {
  await using world = await startWorld();
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  const initech = await customerWith(bea, 'Initech');
  const globex = (await gus.ask('{ viewer { account { id } } }')).viewer.account.id;
  const wish = { accountId: globex, customerId: initech.id, number: 'G-1' };
  expect((await bea.refused(RELATE, wish)).code).toBe('FORBIDDEN');
  for (const wrong of [{ ...wish, accountId: 'nobody' }, { ...wish, customerId: 'nobody' }]) expect((await olga.refused(RELATE, wrong)).code).toBe('NOT_FOUND');
  for (const wrong of [{ accountId: globex }, { ...wish, name: 'Both' }]) expect((await olga.refused(RELATE, wrong)).code).toBe('BAD_USER_INPUT');
  for (let twice = 0; twice < 2; twice++) expect((await olga.ask(RELATE, wish)).relateCustomer).toEqual({ id: initech.id, name: 'Initech', number: 'G-1' });

  expect((await gus.ask(FIND_CUSTOMERS, { usage: 'SHIP_TO' })).customers.nodes).toEqual([{ id: initech.id, name: 'Initech', number: 'G-1' }]);
  expect((await gus.ask(FIND_CUSTOMERS, { usage: 'SHIP_TO', search: { city: 'Oslo' } })).customers.nodes, 'what others know of it finds nothing').toEqual([]);
  expect((await gus.ask(FIND_CONTACTS, { usage: 'SHIP_TO', customerId: initech.id })).contacts.nodes).toEqual([]);
  expect((await gus.ask(FIND_ADDRESSES, { of: { customerId: initech.id } })).addresses.nodes).toEqual([]);
  expect((await gus.refused(FIND_ADDRESSES, { of: { contactId: initech.party.contactId } })).code).toBe('NOT_FOUND');
  await gus.ask(CREATE_CONTACT, { usage: 'SHIP_TO', customerId: initech.id, contact: { name: 'Ours' } });
  const names = async (person: typeof bea) => (await person.ask(FIND_CONTACTS, { usage: 'SHIP_TO', customerId: initech.id })).contacts.nodes.map(({ name }: { name: string }) => name);
  expect([await names(gus), await names(bea)]).toEqual([['Ours'], ['Contact of Initech']]);
  expect((await bea.ask(FIND_CUSTOMERS, { usage: 'SHIP_TO' })).customers.nodes).toMatchObject([{ number: 'N-Initech' }]);
});

test('taxes are handled as everybody\'s are where no record says otherwise [CHK-16]', async () => {
  await using world = await startWorld();
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  const handling = async (person: typeof bea, country = 'GB') => (await person.ask('query ($country: String!) { taxHandling(country: $country) }', { country })).taxHandling;
  expect(await handling(bea)).toBe('STANDARD');
  const accountId = (await bea.ask('{ viewer { account { id } } }')).viewer.account.id;
  await olga.ask('mutation ($exemptions: [TaxExemptionInput!]!) { upsertTaxExemptions(exemptions: $exemptions) { version } }', { exemptions: [{ accountId, country: 'GB', validFrom: '2020-01-01T00:00:00Z' }] });
  expect([await handling(bea), await handling(bea, 'ie'), await handling(gus)]).toEqual(['EXEMPT', 'STANDARD', 'STANDARD']);
});
