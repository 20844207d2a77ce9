import { expect, test } from 'vitest';
import { sweepPriceLists } from '../../../subgraphs/catalog/use-cases/sweep-price-lists.ts';
import { BEA, OLGA, openCatalog, type Catalog } from './catalog.ts';

const REPORT = '{ dryRun accepted refused written results { row externalId code message } }';
const PRODUCTS = `mutation ($rows: [ProductInput!]!, $dryRun: Boolean, $onError: OnError) { loadProducts(products: $rows, dryRun: $dryRun, onError: $onError) ${REPORT} }`;
const PRICES = `mutation ($rows: [PriceInput!]!, $list: String, $loadId: ID, $dryRun: Boolean, $onError: OnError) { loadPrices(prices: $rows, priceList: $list, loadId: $loadId, dryRun: $dryRun, onError: $onError) ${REPORT} }`;
const STOCK = `mutation ($rows: [StockInput!]!, $dryRun: Boolean, $onError: OnError) { loadStock(stock: $rows, dryRun: $dryRun, onError: $onError) ${REPORT} }`;
const BEGIN = 'mutation { beginPriceListLoad(priceList: "default") { id state } }';
const PUBLISH = 'mutation ($loadId: ID!) { publishPriceListLoad(loadId: $loadId) { version } }';
const ABANDON = 'mutation ($loadId: ID!) { abandonPriceListLoad(loadId: $loadId) { state } }';
const ROWS = [{ sku: 'N-1', name: 'New' }, { sku: 'N-2', name: ' ' }, { sku: 'N-3', name: 'Newer' }];

const sees = async (catalog: Catalog, sku: string): Promise<boolean> => (await catalog.ask(BEA, 'query ($sku: String!) { product(sku: $sku) { sku } }', { sku })).product !== null;
const priceOf = async (catalog: Catalog, sku: string): Promise<string | null> => (await catalog.ask(BEA, 'query ($sku: String!) { product(sku: $sku) { price { unitPrice { amount } } } }', { sku })).product.price?.unitPrice.amount ?? null;
const begin = async (catalog: Catalog): Promise<string> => (await catalog.ask(OLGA, BEGIN)).beginPriceListLoad.id;

test.each([
  ['REJECT_ALL', false, { accepted: 0, refused: 3, written: false, rows: [1], seen: false }],
  ['REJECT_ROWS', false, { accepted: 2, refused: 1, written: true, rows: [1], seen: true }],
  ['REPORT', false, { accepted: 2, refused: 1, written: true, rows: [0, 1, 2], seen: true }],
  ['REJECT_ROWS', true, { accepted: 2, refused: 1, written: false, rows: [1], seen: false }],
])('a load with a bad row under %s, dry run %s [EXT-01]', async (onError, dryRun, wanted) => {
  await using catalog = await openCatalog();
  const { loadProducts: report } = await catalog.ask(OLGA, PRODUCTS, { rows: ROWS, onError, dryRun });
  expect({ accepted: report.accepted, refused: report.refused, written: report.written, rows: report.results.map(({ row }: { row: number }) => row), seen: await sees(catalog, 'N-1') }).toEqual(wanted);
  expect(report.results.find(({ row }: { row: number }) => row === 1)).toEqual({ row: 1, externalId: 'N-2', code: 'BAD_USER_INPUT', message: 'The name is empty.' });
});

test('a load that is sent twice comes to the same [EXT-01]', async () => {
  await using catalog = await openCatalog();
  const rows = [{ sku: 'MUG-RED', onHand: '7' }, { sku: 'NOPE', onHand: '1' }, { sku: 'MUG-BLUE', onHand: '-1' }];
  for (let time = 0; time < 2; time++) {
    const { loadStock: report } = await catalog.ask(OLGA, STOCK, { rows, onError: 'REJECT_ROWS' });
    expect(report.results.map(({ row, code }: { row: number; code: string }) => [row, code])).toEqual([[1, 'UNKNOWN_SKU'], [2, 'QUANTITY_INVALID']]);
  }
  expect(await catalog.bus.history('stock', 'MUG-RED', 0)).toHaveLength(1);
  for (const [query, bad] of [[PRODUCTS, ROWS], [STOCK, rows]] as const) expect(await catalog.refused(BEA, query, { rows: bad })).toMatchObject({ code: 'FORBIDDEN' });
});

test('a new list is seen by nobody until it is published, and then by all; what it lacks has no price', async () => {
  await using catalog = await openCatalog();
  const loadId = await begin(catalog);
  await catalog.ask(OLGA, PRICES, { loadId, rows: [{ sku: 'MUG-RED', unitPrice: '1' }] });
  await catalog.ask(OLGA, PRICES, { loadId, rows: [{ sku: 'MUG-RED', unitPrice: '2' }, { sku: 'VASE-NEW', unitPrice: '3' }] });
  expect([await priceOf(catalog, 'MUG-RED'), await priceOf(catalog, 'VASE-NEW')]).toEqual(['6.95', null]);
  expect(await catalog.bus.history('priceList', 'default', 1)).toEqual([]);

  expect(await catalog.ask(OLGA, PUBLISH, { loadId })).toEqual({ publishPriceListLoad: { version: 2 } });
  expect(await catalog.ask(OLGA, PUBLISH, { loadId })).toEqual({ publishPriceListLoad: { version: 2 } });
  expect([await priceOf(catalog, 'MUG-RED'), await priceOf(catalog, 'VASE-NEW'), await priceOf(catalog, 'MUG-BLUE')]).toEqual(['2.00', '3.00', null]);
  const { offers } = await catalog.ask(BEA, '{ offers(requests: [{ sku: "MUG-RED", quantity: 1 }, { sku: "MUG-BLUE", quantity: 1 }]) { unitPrice problem } }');
  expect(offers).toEqual([{ unitPrice: '2.00', problem: null }, { unitPrice: null, problem: 'PRICE_NOT_FOUND' }]);
  expect((await catalog.bus.history('priceList', 'default', 1)).map(({ payload }) => payload)).toEqual([{ priceList: 'default', all: true }]);
});

test('a load ends once: published it cannot be given up, given up it takes no rows; an empty or older one is not published', async () => {
  await using catalog = await openCatalog();
  const [older, empty, newer] = [await begin(catalog), await begin(catalog), await begin(catalog)];
  const rows = [{ sku: 'MUG-RED', unitPrice: '2' }];
  for (const loadId of [older, newer]) await catalog.ask(OLGA, PRICES, { loadId, rows });
  expect(await catalog.refused(OLGA, PUBLISH, { loadId: empty })).toMatchObject({ code: 'BAD_USER_INPUT' });
  await catalog.ask(OLGA, PUBLISH, { loadId: newer });
  expect(await catalog.refused(OLGA, PUBLISH, { loadId: older })).toMatchObject({ code: 'CONFLICT' });
  expect(await catalog.refused(OLGA, ABANDON, { loadId: newer })).toMatchObject({ code: 'INVALID_STATE' });
  for (let time = 0; time < 2; time++) expect(await catalog.ask(OLGA, ABANDON, { loadId: empty })).toEqual({ abandonPriceListLoad: { state: 'ABANDONED' } });
  expect(await catalog.refused(OLGA, PRICES, { loadId: empty, rows })).toMatchObject({ code: 'INVALID_STATE' });
  expect(await catalog.refused(OLGA, PUBLISH, { loadId: 'unheard of' })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await catalog.refused(OLGA, PRICES, { loadId: older, list: 'default', rows })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await catalog.refused(BEA, BEGIN)).toMatchObject({ code: 'FORBIDDEN' });
});

test('old prices go when no reader can be under way any more, and loads nobody went on with after a day', async () => {
  await using catalog = await openCatalog();
  const rows = [{ sku: 'MUG-RED', unitPrice: '2' }];
  const [published, forgotten] = [await begin(catalog), await begin(catalog)];
  for (const loadId of [published, forgotten]) await catalog.ask(OLGA, PRICES, { loadId, rows });
  await catalog.ask(OLGA, PUBLISH, { loadId: published });
  const count = async (): Promise<number> => (await catalog.as(OLGA).db.sql.selectFrom('Price').select('id').execute()).length;
  const before = await count();

  expect(await sweepPriceLists(catalog.as(null))).toBe(0);
  catalog.clock.advance(61_000);
  expect(await sweepPriceLists(catalog.as(null))).toBe(before - 2);
  catalog.clock.advance(24 * 3_600_000);
  await sweepPriceLists(catalog.as(null));
  expect(await catalog.refused(OLGA, PUBLISH, { loadId: forgotten })).toMatchObject({ code: 'INVALID_STATE' });
  catalog.clock.advance(61_000);
  await sweepPriceLists(catalog.as(null));
  expect(await count()).toBe(1);
  expect(await priceOf(catalog, 'MUG-RED')).toBe('2.00');
});
