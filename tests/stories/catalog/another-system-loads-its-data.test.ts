import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';

const LOAD = `mutation ($products: [ProductInput!]!, $prices: [PriceInput!]!, $organisations: [OrganisationInput!]!, $customers: [CustomerLoadInput!]!, $stock: [StockInput!]!) {
  loadProducts(products: $products) { written }
  loadPrices(priceList: "default", prices: $prices) { written }
  loadStock(stock: $stock) { written }
  loadOrganisations(organisations: $organisations) { written }
  loadCustomers(customers: $customers) { written }
}`;
const DATA = {
  products: [{ sku: 'ERP-1', name: 'From elsewhere', units: [{ uom: 'BX', factor: '12' }] }],
  prices: [{ sku: 'ERP-1', unitPrice: '4.20' }],
  stock: [{ sku: 'ERP-1', onHand: '24' }],
  organisations: [{ externalId: 'K-100', name: 'Initech' }],
  customers: [{ externalId: 'P-1', name: 'Pam', email: 'pam@initech.example', organisation: 'K-100' }, { externalId: 'P-2', name: 'Pete', email: 'pete@home.example' }],
};

test('customers, organisations, products, prices and stock come in batches, and again when they changed [EXT-01]', async () => {
  await using world = await startWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  const written = { written: true };
  expect(await olga.ask(LOAD, DATA)).toEqual({ loadProducts: written, loadPrices: written, loadStock: written, loadOrganisations: written, loadCustomers: written });
  await olga.ask(LOAD, { ...DATA, products: [{ ...DATA.products[0], name: 'From elsewhere, renamed' }] });
  const { product } = await bea.ask('{ product(sku: "ERP-1") { name uoms availability { available } } }');
  expect(product).toEqual({ name: 'From elsewhere, renamed', uoms: ['EA', 'BX'], availability: { available: '24' } });
});

test('what is loaded is the list price; nobody loads an offer price [EXT-03]', async () => {
  await using world = await startWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  await olga.ask(LOAD, DATA);
  const { product, __type: input } = await bea.ask('{ product(sku: "ERP-1") { price { listPrice { amount } explanation { kind } } } __type(name: "PriceInput") { inputFields { name } } }');
  expect(product.price).toEqual({ listPrice: { amount: '4.20' }, explanation: [{ kind: 'LIST' }] });
  expect(input.inputFields.map(({ name }: { name: string }) => name).toSorted()).toEqual(['minQuantity', 'sku', 'unitPrice', 'uom', 'validFrom', 'validUntil']);
});

test('a bad row of customers is named, and the others are there', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const load = (customers: unknown[], dryRun = false) =>
    olga.ask('mutation ($customers: [CustomerLoadInput!]!, $dryRun: Boolean) { loadCustomers(customers: $customers, onError: REJECT_ROWS, dryRun: $dryRun) { accepted written results { row externalId code message } } }', { customers, dryRun });
  const customers = [
    { externalId: 'P-1', name: 'Pam', email: 'pam@home.example' },
    { externalId: 'P-2', name: 'Thief', email: 'bea@acme.example' },
    { externalId: 'P-3', name: 'Lost', email: 'lost@home.example', organisation: 'nobody' },
    { externalId: 'P-4', name: 'Pam again', email: 'PAM@home.example' },
  ];
  expect((await load(customers, true)).loadCustomers).toMatchObject({ accepted: 1, written: false });
  for (let time = 0; time < 2; time++) {
    const { loadCustomers: report } = await load(customers);
    expect(report).toMatchObject({ accepted: 1, written: true });
    expect(report.results.map(({ row, code }: { row: number; code: string }) => [row, code])).toEqual([[1, 'BAD_USER_INPUT'], [2, 'BAD_USER_INPUT'], [3, 'BAD_USER_INPUT']]);
  }
});

test.each(['bea', 'cat', 'sam', 'pia', 'guest'] as const)('%s loads nothing', async (person) => {
  await using world = await startWorld();
  const session = await world.as(person);
  for (const mutation of ['loadOrganisations(organisations: [{ externalId: "X", name: "X" }]) { written }', 'loadCustomers(customers: [{ externalId: "X", name: "X", email: "x@x.example" }]) { written }', 'loadPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "0" }]) { written }', 'beginPriceListLoad(priceList: "default") { id }']) {
    expect(await session.refused(`mutation { ${mutation} }`)).toMatchObject({ code: 'FORBIDDEN' });
  }
});
