import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';

const LOAD = 'mutation ($customers: [CustomerInput!]!) { upsertCustomers(customers: $customers) { id name users { id name email } } }';
const seventeen = { externalId: '17850', name: 'Seventeen', email: 'Seventeen@uci.example', country: 'GB' };

test('a customer is found again by the number of the other system', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const [first] = (await olga.ask(LOAD, { customers: [seventeen] })).upsertCustomers;
  expect(first.users).toMatchObject([{ name: 'Seventeen', email: 'seventeen@uci.example' }]);
  const [again] = (await olga.ask(LOAD, { customers: [{ ...seventeen, name: 'New name', email: 'new@uci.example' }] })).upsertCustomers;
  expect(again).toMatchObject({ id: first.id, name: 'New name', users: [{ id: first.users[0].id, name: 'New name', email: 'new@uci.example' }] });
});

test("an e-mail address that is somebody else's loads nobody", async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const refusal = await olga.refused(LOAD, { customers: [seventeen, { externalId: '1', name: 'Mallory', email: 'bea@acme.example' }] });
  expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', details: { externalId: '1' } });
  const bea = await world.as('bea');
  expect((await bea.ask('{ viewer { name } }')).viewer.name).toBe('Bea');
  const [fresh] = (await olga.ask(LOAD, { customers: [seventeen] })).upsertCustomers;
  expect(fresh.users).toHaveLength(1);
  expect(await olga.refused(LOAD, { customers: [{ ...seventeen, externalId: '2' }] })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('two customers of one load cannot share an address', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  expect(await olga.refused(LOAD, { customers: [seventeen, { ...seventeen, externalId: '2' }] })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('buyers and sales reps load nobody', async () => {
  await using world = await startWorld();
  for (const person of ['bea', 'sam', 'guest'] as const) expect((await (await world.as(person)).refused(LOAD, { customers: [seventeen] })).code).toBe('FORBIDDEN');
  expect((await (await world.as('nobody')).refused(LOAD, { customers: [seventeen] })).code).toBe('UNAUTHENTICATED');
});
