import { expect, test } from 'vitest';
import { BEA, BEN, OLGA, openCatalog } from './catalog.ts';

const PRODUCTS = 'mutation ($products: [ProductInput!]!) { upsertProducts(products: $products) { sku name primaryUom uoms returnable version } }';
const PRICES = 'mutation ($list: String!, $currency: CurrencyCode, $prices: [PriceInput!]!) { upsertPrices(priceList: $list, currency: $currency, prices: $prices) { code currency version } }';

test('SKUs that differ in case are two products', async () => {
  await using catalog = await openCatalog();
  const { upsertProducts } = await catalog.ask(OLGA, PRODUCTS, { products: [{ sku: '85123a', name: 'Lower' }, { sku: '85123A', name: 'Upper', uoms: ['DZN'] }] });
  expect(upsertProducts).toEqual([
    { sku: '85123a', name: 'Lower', primaryUom: 'EA', uoms: ['EA'], returnable: true, version: 1 },
    { sku: '85123A', name: 'Upper', primaryUom: 'EA', uoms: ['EA', 'DZN'], returnable: true, version: 1 },
  ]);
  expect(await catalog.ask(BEA, '{ product(sku: "85123a") { name } products(search: "85123") { nodes { name } } }')).toEqual({
    product: { name: 'Lower' },
    products: { nodes: [{ name: 'Upper' }, { name: 'Lower' }] },
  });
});

test.each([
  ['an empty SKU', { sku: '', name: 'X' }],
  ['blanks around a SKU', { sku: ' X', name: 'X' }],
  ['no name', { sku: 'X', name: ' ' }],
  ['a SKU that came before', { sku: 'GOOD', name: 'X' }],
  ['a strange unit', { sku: 'X', name: 'X', uoms: ['per box'] }],
  ['a package of nobody knows how many', { sku: 'X', name: 'X', uoms: ['BX'] }],
  ['a factor of nothing', { sku: 'X', name: 'X', units: [{ uom: 'BX', factor: '0' }] }],
  ['a category that is not there', { sku: 'X', name: 'X', categories: ['nowhere'] }],
])('a load with %s is refused whole, and the row is named', async (_what, bad) => {
  await using catalog = await openCatalog();
  expect(await catalog.refused(OLGA, PRODUCTS, { products: [{ sku: 'GOOD', name: 'Good' }, bad] })).toEqual({ code: 'BAD_USER_INPUT', details: { row: 1, sku: bad.sku } });
  expect(await catalog.ask(BEA, '{ product(sku: "GOOD") { sku } }')).toEqual({ product: null });
});

test.each([
  ['a product that is not there', { sku: 'NOPE', unitPrice: '1' }],
  ['a unit it is not sold in', { sku: 'MUG-BLUE', uom: 'BX', unitPrice: '1' }],
  ['a price below zero', { sku: 'MUG-BLUE', unitPrice: '-0.01' }],
  ['a quantity of zero', { sku: 'MUG-BLUE', unitPrice: '1', minQuantity: '0' }],
  ['an end before its start', { sku: 'MUG-BLUE', unitPrice: '1', validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-02-01T00:00:00Z' }],
  ['a price that came before', { sku: 'MUG-RED', uom: 'EA', minQuantity: '1.0', unitPrice: '2' }],
])('prices with %s are refused whole, and the row is named', async (_what, bad) => {
  await using catalog = await openCatalog();
  const refusal = await catalog.refused(OLGA, PRICES, { list: 'default', prices: [{ sku: 'MUG-RED', unitPrice: '1' }, bad] });
  expect(refusal).toEqual({ code: 'BAD_USER_INPUT', details: { row: 1, sku: bad.sku } });
  expect(await catalog.bus.history('priceList', 'default', 1)).toEqual([]);
});

test('a list is made when missing and keeps its currency', async () => {
  await using catalog = await openCatalog();
  const prices = [{ sku: 'MUG-RED', unitPrice: '7.50' }];
  expect((await catalog.ask(OLGA, PRICES, { list: 'euro', currency: 'EUR', prices })).upsertPrices).toEqual({ code: 'euro', currency: 'EUR', version: 1 });
  expect(await catalog.refused(OLGA, PRICES, { list: 'euro', currency: 'GBP', prices })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect((await catalog.ask(OLGA, PRICES, { list: 'other', prices })).upsertPrices.currency).toBe('GBP');
});

test('a load tells which products it changed; the same load again changes no version and tells nobody', async () => {
  await using catalog = await openCatalog();
  const load = { list: 'default', prices: [{ sku: 'MUG-RED', unitPrice: '7' }, { sku: 'MUG-BLUE', unitPrice: '6.95' }] };
  expect((await catalog.ask(OLGA, PRICES, load)).upsertPrices.version).toBe(2);
  expect((await catalog.ask(OLGA, PRICES, load)).upsertPrices.version).toBe(2);
  const history = await catalog.bus.history('priceList', 'default', 1);
  expect(history.map(({ type, accountId, actorId, payload }) => ({ type, accountId, actorId, payload }))).toEqual([
    { type: 'PRICES_CHANGED', accountId: 'seller', actorId: 'olga', payload: { priceList: 'default', skus: ['MUG-RED'] } },
  ]);
});

test('a thousand rows go in one load, one more is refused; beyond 500 products the event says "all"', async () => {
  await using catalog = await openCatalog();
  const products = Array.from({ length: 1_000 }, (_, i) => ({ sku: `P-${i}`, name: `Product ${i}` }));
  expect((await catalog.ask(OLGA, PRODUCTS, { products })).upsertProducts[999]).toMatchObject({ sku: 'P-999' });
  await catalog.ask(OLGA, PRICES, { list: 'default', prices: products.map(({ sku }) => ({ sku, unitPrice: '1' })) });
  expect((await catalog.bus.history('priceList', 'default', 1)).map(({ payload }) => payload)).toEqual([{ priceList: 'default', all: true }]);
  expect(await catalog.refused(OLGA, PRODUCTS, { products: [...products, { sku: 'P', name: 'P' }] })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await catalog.refused(OLGA, PRODUCTS, { products: [] })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test.each([['a buyer', BEA], ['nobody', null]])('%s loads nothing', async (_who, viewer) => {
  await using catalog = await openCatalog();
  const code = viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED';
  expect(await catalog.refused(viewer, PRODUCTS, { products: [{ sku: 'X', name: 'X' }] })).toMatchObject({ code });
  expect(await catalog.refused(viewer, PRICES, { list: 'default', prices: [{ sku: 'MUG-RED', unitPrice: '0' }] })).toMatchObject({ code });
});

test('what someone types into the search is text, and pages follow each other without a gap', async () => {
  await using catalog = await openCatalog();
  const search = async (text: string): Promise<string[]> => (await catalog.ask(BEN, 'query ($text: String) { products(search: $text) { nodes { sku } } }', { text })).products.nodes.map(({ sku }: { sku: string }) => sku);
  expect(await search('  mug, RED ')).toEqual(['MUG-RED']);
  expect([await search('%'), await search('_'), await search('\\')]).toEqual([[], [], []]);

  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { products } = await catalog.ask(BEN, 'query ($after: String) { products(first: 7, after: $after) { nodes { sku } pageInfo { hasNextPage endCursor } } }', { after });
    seen.push(...products.nodes.map(({ sku }: { sku: string }) => sku));
    after = products.pageInfo.hasNextPage ? products.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => (a < b ? -1 : 1)));
  expect(seen).toHaveLength(42);
});
