import { expect, test } from 'vitest';
import { countStatements } from '../../domain/catalog/count-statements.ts';
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

test('a load row by row takes as many statements for a hundred customers as for one, new ones and known ones [EXT-01]', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  await olga.ask('mutation { loadOrganisations(organisations: [{ externalId: "ORG", name: "Org" }]) { written } }');
  const customers = (from: number, count: number, name: string) =>
    Array.from({ length: count }, (_, i) => ({ externalId: `C-${from + i}`, name, email: `c-${from + i}@load.example`, organisation: i % 2 === 0 ? 'ORG' : null }));
  const load = async (rows: object[]): Promise<number> => {
    const { result, statements } = await countStatements(() =>
      olga.ask('mutation ($rows: [CustomerLoadInput!]!) { loadCustomers(customers: $rows, onError: REJECT_ROWS) { accepted } }', { rows }),
    );
    expect(result.loadCustomers.accepted).toBe(rows.length);
    return statements.filter((sql) => /"(account|app_user)"|`(account|app_user)`/.test(sql)).length;
  };
  const [two, hundred] = [await load(customers(0, 2, 'New')), await load(customers(100, 100, 'New'))];
  expect([two > 0, hundred]).toEqual([true, two]);
  expect(await load(customers(100, 100, 'Renamed'))).toBeLessThanOrEqual(two + 1);
  const { upsertCustomers } = await olga.ask(LOAD, { customers: [{ externalId: 'C-101', name: 'Renamed', email: 'moved@load.example' }] });
  expect(upsertCustomers[0].users).toHaveLength(1);
});

test('a private customer whose address changed stays the same person', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const load = (email: string) => olga.ask('mutation ($rows: [CustomerLoadInput!]!) { loadCustomers(customers: $rows) { accepted } }', { rows: [{ externalId: 'P-1', name: 'Pam', email }] });
  const people = async () => (await olga.ask(LOAD, { customers: [{ externalId: 'P-1', name: 'Pam', email: 'pam@new.example' }] })).upsertCustomers[0].users;
  await load('pam@old.example');
  await load('pam@new.example');
  expect(await people()).toEqual([{ id: expect.any(String), name: 'Pam', email: 'pam@new.example' }]);
});
