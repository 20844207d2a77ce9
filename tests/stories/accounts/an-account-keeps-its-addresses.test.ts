import { expect, test } from 'vitest';
import { sessionWith } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';

const ADDRESS = 'id recipient line1 line2 postalCode city country deletedAt';
const ADD = `mutation ($address: AddressInput!, $key: String) { addAddress(address: $address, idempotencyKey: $key) { ${ADDRESS} } }`;
const UPDATE = `mutation ($id: ID!, $address: AddressInput!) { updateAddress(addressId: $id, address: $address) { ${ADDRESS} } }`;
const DELETE = 'mutation ($id: ID!) { deleteAddress(addressId: $id) }';
const BOOK = `{ viewer { account { id addresses { ${ADDRESS} } } } }`;
const YORK = { recipient: 'Acme North', line1: '9 Minster Yard', postalCode: 'YO1 7HH', city: 'York', country: 'gb' };

test('an address is added once a key, corrected, and deleted; colleagues see the same book, others cannot touch it', async () => {
  await using world = await startWorld();
  const [bea, ben, gus, cat, guest] = [await world.as('bea'), await world.as('ben'), await world.as('gus'), await world.as('cat'), await world.as('guest')];
  const { addAddress: york } = await bea.ask(ADD, { address: YORK, key: 'york' });
  expect(york).toMatchObject({ ...YORK, country: 'GB', line2: null, deletedAt: null });
  expect((await bea.ask(ADD, { address: YORK, key: 'york' })).addAddress.id).toBe(york.id);
  const cities = async (): Promise<string[]> => (await ben.ask(BOOK)).viewer.account.addresses.map(({ city }: { city: string }) => city);
  expect(await cities()).toEqual(['Leeds', 'Galway', 'York']);

  const corrected = { ...YORK, line2: 'Second floor' };
  for (const stranger of [gus, cat, guest]) {
    expect((await stranger.refused(UPDATE, { id: york.id, address: corrected })).code).toBe('NOT_FOUND');
    expect((await stranger.refused(DELETE, { id: york.id })).code).toBe('NOT_FOUND');
  }
  expect((await bea.ask(UPDATE, { id: york.id, address: corrected })).updateAddress).toMatchObject({ line2: 'Second floor', country: 'GB' });
  expect(await bea.refused(UPDATE, { id: york.id, address: { ...YORK, country: 'FR' } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { country: 'GB' } });

  for (let twice = 0; twice < 2; twice++) expect((await bea.ask(DELETE, { id: york.id })).deleteAddress).toBe(york.id);
  expect(await cities()).toEqual(['Leeds', 'Galway']);
  expect((await bea.refused(UPDATE, { id: york.id, address: corrected })).code).toBe('NOT_FOUND');

  await world.settle();
  const { viewer } = await bea.ask(BOOK);
  const events = await world.embedded.subgraphs.get('accounts')?.db.kernel.selectFrom('OutboxMessage').selectAll().where('aggregateId', '=', viewer.account.id).orderBy('id').execute();
  expect(events?.map(({ type, payload }) => [type, payload])).toEqual(['ADDRESS_ADDED', 'ADDRESS_CHANGED', 'ADDRESS_DELETED'].map((type) => [type, { addressId: york.id }]));
});

test('business buyers need a permission to create addresses, private people and guests none; sellers keep no address book', async () => {
  await using world = await startWorld();
  const [bea, cat, guest, sam, nobody] = [await world.as('bea'), await world.as('cat'), await world.as('guest'), await world.as('sam'), await world.as('nobody')];
  const { viewer } = await bea.ask('{ viewer { id account { id } } }');
  const withOnly = async (...permissions: string[]) =>
    sessionWith(world.url, (await world.embedded.issuer.issue({ id: viewer.id, kind: 'BUYER', accountId: viewer.account.id, permissions }, 3_600, new Date())).token);
  for (const refused of [await withOnly('CHECKOUT'), sam]) expect((await refused.refused(ADD, { address: YORK })).code).toBe('FORBIDDEN');
  expect((await nobody.refused(ADD, { address: YORK })).code).toBe('UNAUTHENTICATED');
  for (const allowed of [await withOnly('CREATE_SHIPTO_CUSTOMER_ADDRESS'), await withOnly('CREATE_BILLTO_CUSTOMER_ADDRESS'), cat, guest]) {
    expect((await allowed.ask(ADD, { address: YORK })).addAddress.city).toBe('York');
  }
});

test('an address says who, where and in which country', async () => {
  await using world = await startWorld();
  const cat = await world.as('cat');
  for (const wrong of [{ recipient: ' ' }, { line1: 'x'.repeat(101) }, { city: '' }, { postalCode: '' }, { country: 'Britain' }, { country: 'XQ' }]) {
    expect(await cat.refused(ADD, { address: { ...YORK, ...wrong } })).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: Object.keys(wrong)[0] } });
  }
});
