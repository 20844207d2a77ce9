import { expect, test } from 'vitest';
import { pickPartNumbers } from '../../../subgraphs/catalog/domain/pick-part-number.ts';
import { BEA, OLGA, openCatalog, type Catalog } from './catalog.ts';

const GUS = { ...BEA, id: 'gus', accountId: 'globex' };
const NUMBERS = 'mutation ($account: ID!, $numbers: [CustomerPartNumberInput!]!) { upsertCustomerPartNumbers(accountId: $account, partNumbers: $numbers) }';
const RESOLVE = 'query ($rows: [ItemRowInput!]!) { resolveItems(rows: $rows) { row sku quantity uom problem product { name } } }';
const CATEGORIES = 'mutation ($categories: [CategoryInput!]!) { upsertCategories(categories: $categories) { code path } }';
const found = async (catalog: Catalog, viewer: typeof BEA | null, search: string | null, category: string | null = null): Promise<string[]> =>
  (await catalog.ask(viewer, 'query ($search: String, $category: String) { products(search: $search, category: $category, first: 100) { nodes { sku } } }', { search, category })).products.nodes.map(({ sku }: { sku: string }) => sku);

test('of several products under one number the highest rank wins, and of equal ones always the same', () => {
  const rows = [{ partNumber: '77', sku: 'B', rank: 1 }, { partNumber: '77', sku: 'A', rank: 1 }, { partNumber: '8', sku: 'A', rank: 1 }, { partNumber: '8', sku: 'C', rank: 2 }];
  for (const order of [rows, rows.toReversed()]) expect([...pickPartNumbers(order)].toSorted()).toEqual([['77', 'A'], ['8', 'C']]);
});

test('rows of a direct entry resolve by SKU or by the own part number, each with its problem and in order', async () => {
  await using catalog = await openCatalog();
  expect(await catalog.ask(OLGA, NUMBERS, { account: 'acme', numbers: [{ partNumber: 'AC-1', sku: 'MUG-RED', rank: 1 }, { partNumber: 'AC-1', sku: 'MUG-BLUE', rank: 5 }] })).toEqual({ upsertCustomerPartNumbers: 2 });
  const rows = [{ partNumber: 'AC-1', quantity: '12' }, { sku: 'SCREW-M4', partNumber: 'AC-1', uom: 'BX' }, { partNumber: 'nobody knows' }, { sku: 'HAMPER-XL', quantity: '0.5' }, {}, { sku: 'MUG-RED', quantity: '-1' }];
  const { resolveItems } = await catalog.ask(BEA, RESOLVE, { rows });
  expect(resolveItems.map(({ row, sku, quantity, uom, problem, product }: Record<string, unknown>) => [row, sku, quantity, uom, problem ?? (product as { name: string }).name])).toEqual([
    [0, 'MUG-BLUE', '12', 'EA', 'Stoneware mug, blue'],
    [1, 'SCREW-M4', '1', 'BX', 'Machine screw M4 x 20, zinc'],
    [2, null, null, null, 'UNKNOWN_SKU'],
    [3, 'HAMPER-XL', '0.5', null, 'QUANTITY_INDIVISIBLE'],
    [4, null, null, null, 'UNKNOWN_SKU'],
    [5, 'MUG-RED', '-1', null, 'QUANTITY_INVALID'],
  ]);
  expect((await catalog.ask(GUS, RESOLVE, { rows: [{ partNumber: 'AC-1' }] })).resolveItems[0].problem).toBe('UNKNOWN_SKU');
  expect(await catalog.refused(null, RESOLVE, { rows })).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('the search finds by the own part number, not by that of others', async () => {
  await using catalog = await openCatalog();
  await catalog.ask(OLGA, NUMBERS, { account: 'acme', numbers: [{ partNumber: 'Acme-4711', sku: 'BOLT-M8' }] });
  expect([await found(catalog, BEA, 'acme-47'), await found(catalog, GUS, 'acme-47'), await found(catalog, null, 'acme-47')]).toEqual([['BOLT-M8'], [], []]);
  expect(await catalog.refused(BEA, NUMBERS, { account: 'acme', numbers: [{ partNumber: 'x', sku: 'BOLT-M8' }] })).toMatchObject({ code: 'FORBIDDEN' });
});

test('a category holds what stands in it and below it, also after it was moved; none stands in itself', async () => {
  await using catalog = await openCatalog();
  const categories = [{ code: 'house', name: 'House' }, { code: 'kitchen', name: 'Kitchen', parent: 'house' }, { code: 'houseware', name: 'Other' }];
  expect((await catalog.ask(OLGA, CATEGORIES, { categories })).upsertCategories.map(({ path }: { path: string }) => path)).toEqual(['/house/', '/house/kitchen/', '/houseware/']);
  await catalog.ask(OLGA, 'mutation { upsertProducts(products: [{ sku: "PAN", name: "Pan", categories: ["kitchen"] }, { sku: "RUG", name: "Rug", categories: ["house"] }, { sku: "BIN", name: "Bin", categories: ["houseware"] }]) { sku } }');
  expect([await found(catalog, BEA, null, 'house'), await found(catalog, BEA, 'pa', 'kitchen')]).toEqual([['PAN', 'RUG'], ['PAN']]);

  await catalog.ask(OLGA, CATEGORIES, { categories: [{ code: 'house', name: 'House', parent: 'houseware' }] });
  expect(await found(catalog, BEA, null, 'houseware')).toEqual(['BIN', 'PAN', 'RUG']);
  expect((await catalog.ask(BEA, '{ product(sku: "PAN") { categories { path } } }')).product.categories).toEqual([{ path: '/houseware/house/kitchen/' }]);
  for (const parent of ['kitchen', 'house']) expect(await catalog.refused(OLGA, CATEGORIES, { categories: [{ code: 'house', name: 'House', parent }] })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await catalog.refused(BEA, '{ products(category: "cellar") { nodes { sku } } }')).toMatchObject({ code: 'NOT_FOUND' });
});

test('a site with an assortment sells nothing else to buyers; the seller sees all, and lines still know their products', async () => {
  await using catalog = await openCatalog();
  expect(await catalog.ask(OLGA, 'mutation { addToAssortment(site: "default", skus: ["MUG-RED", "MUG-BLUE"]) }')).toEqual({ addToAssortment: 2 });
  expect(await catalog.ask(OLGA, 'mutation { addToAssortment(site: "elsewhere", skus: ["SOAP-LAV"]) }')).toEqual({ addToAssortment: 1 });
  const OFFERS = '{ offers(requests: [{ sku: "MUG-RED", quantity: 1 }, { sku: "SOAP-LAV", quantity: 1 }]) { problem } }';
  expect([await found(catalog, BEA, null), (await found(catalog, OLGA, null)).length]).toEqual([['MUG-BLUE', 'MUG-RED'], 42]);
  expect((await catalog.ask(BEA, OFFERS)).offers).toEqual([{ problem: null }, { problem: 'UNKNOWN_SKU' }]);
  expect((await catalog.ask(OLGA, OFFERS)).offers).toEqual([{ problem: null }, { problem: null }]);
  expect(await catalog.ask(BEA, '{ product(sku: "SOAP-LAV") { sku } _entities(representations: [{ __typename: "Product", sku: "SOAP-LAV" }]) { ... on Product { name } } }')).toEqual({ product: null, _entities: [{ name: 'Lavender soap bar' }] });
  expect((await catalog.ask(BEA, RESOLVE, { rows: [{ sku: 'SOAP-LAV' }] })).resolveItems[0].problem).toBe('UNKNOWN_SKU');

  expect(await catalog.ask(OLGA, 'mutation { removeFromAssortment(site: "default", skus: ["MUG-RED", "MUG-BLUE", "SOAP-LAV"]) }')).toEqual({ removeFromAssortment: 0 });
  expect(await found(catalog, BEA, 'soap')).toEqual(['SOAP-LAV']);
  expect(await catalog.refused(BEA, 'mutation { addToAssortment(site: "default", skus: ["MUG-RED"]) }')).toMatchObject({ code: 'FORBIDDEN' });
});
