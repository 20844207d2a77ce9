import { expect, test } from 'vitest';
import { ruleOf } from '../../cli/uci/codes.ts';
import { ladderOf } from '../../cli/uci/ladder.ts';
import { readUciCustomers } from '../../cli/uci/read-customers.ts';
import { readInvoices } from '../../cli/uci/read-invoices.ts';
import { readUciPrices } from '../../cli/uci/read-ladders.ts';
import { readUciProducts } from '../../cli/uci/read-products.ts';
import { uciShapeOf } from '../../cli/uci/shapes.ts';
import { allOf, eachOf } from './terminal.ts';

const line = (StockCode: string, Description: string, Quantity = '1', UnitPrice = '1', CustomerID = '', Country = 'France', InvoiceNo = '1') => ({ InvoiceNo, StockCode, Description, Quantity, UnitPrice, CustomerID, Country, InvoiceDate: '2010-12-01' });
const point = (StockCode: string, UnitPrice: string, MinQty: string, Lines: string) => ({ StockCode, UnitPrice, MinQty, MaxQty: '99', Lines });
const rows = (records: Record<string, string>[]) => eachOf(records.map((record, i) => ({ row: i + 1, record })));

test('the files of the data set are known by their headers', () => {
  expect(uciShapeOf(['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'])).toBe('lines');
  expect(uciShapeOf(['StockCode', 'UnitPrice', 'MinQty', 'MaxQty', 'Lines', 'FirstDate', 'LastDate'])).toBe('price points');
  expect(uciShapeOf(['sku', 'name'])).toBeUndefined();
});

test('a quantity break that shows in the price points is a tier', () => {
  const points = [
    { unitPrice: '0.72', minQuantity: 24, lines: 154 },
    { unitPrice: '0.85', minQuantity: 1, lines: 923 },
    { unitPrice: '1.63', minQuantity: 1, lines: 276 },
    { unitPrice: '1.95', minQuantity: 637, lines: 3 },
  ];
  expect([...ladderOf(points)]).toEqual([[1, 850_000n], [24, 720_000n]]);
});

test('a deal of one day is no tier', () => {
  const points = [
    { unitPrice: '12.75', minQuantity: 1, lines: 1446 },
    { unitPrice: '10.95', minQuantity: 6, lines: 310 },
    { unitPrice: '4.0', minQuantity: 10, lines: 2 },
  ];
  expect([...ladderOf(points)]).toEqual([[1, 12_750_000n], [6, 10_950_000n]]);
});

test('every product has a price from one piece on, even one with a hundred prices once each', () => {
  expect([...ladderOf([{ unitPrice: '5', minQuantity: 12, lines: 9 }])]).toEqual([[1, 5_000_000n]]);
  const once = Array.from({ length: 100 }, (_, i) => ({ unitPrice: `${i + 1}`, minQuantity: 1, lines: 1 }));
  expect(ladderOf(once).size).toBe(1);
});

test('a product is named as it was most often when it was sold', async () => {
  const read = await allOf(readUciProducts(rows([line('22423', 'CAKESTAND'), line('22423', 'REGENCY CAKESTAND'), line('22423', 'REGENCY CAKESTAND'), line('22423', 'damaged', '-5', '0'), line('22423', 'damaged', '-5', '0'), line('22423', 'damaged', '-5', '0')])));
  expect(read).toEqual([{ row: 1, value: { prices: [], product: { sku: '22423', name: 'REGENCY CAKESTAND', indivisible: true, returnable: true } } }]);
});

test('codes that differ only in case are two products', async () => {
  expect(await allOf(readUciProducts(rows([line('85123A', 'HOLDER'), line('85123a', 'HOLDER')])))).toHaveLength(2);
});

test('carriage, charges and vouchers are service products that cannot come back; what is never sold is no product', async () => {
  const read = await allOf(readUciProducts(rows([line('POST', 'POSTAGE'), line('D', 'Discount', '-1'), line('CRUK', 'CRUK Commission', '-1')])));
  expect(read).toHaveLength(1);
  expect(read[0]).toMatchObject({ value: { product: { sku: 'POST', returnable: false, description: expect.stringContaining('Not an article') } } });
});

test.for([
  ['POST', 'carriage'],
  ['DOT', 'carriage'],
  ['C2', 'carriage'],
  ['M', 'charge'],
  ['m', 'charge'],
  ['S', 'charge'],
  ['BANK CHARGES', 'charge'],
  ['AMAZONFEE', 'charge'],
  ['gift_0001_20', 'voucher'],
  ['D', 'never sold'],
  ['CRUK', 'never sold'],
  ['B', 'never sold'],
  ['PADS', 'goods'],
  ['DCGSSGIRL', 'goods'],
  ['85123A', 'goods'],
] as const)('%s is %s', ([code, kind]) => expect(ruleOf(code).kind).toBe(kind));

test('a customer lives where most of their lines went', async () => {
  const read = await allOf(readUciCustomers(rows([line('A', '', '1', '1', '12370', 'Austria'), line('A', '', '1', '1', '', 'France'), line('A', '', '1', '1', '12370', 'Cyprus'), line('A', '', '1', '1', '12370', 'Cyprus')])));
  expect(read).toEqual([{ row: 1, value: { externalId: '12370', name: 'Customer 12370', email: 'customer-12370@uci.example', country: 'Cyprus' } }]);
});

test('price points of one product become one ladder', async () => {
  const read = await allOf(readUciPrices(rows([point('A', '2', '1', '10'), point('A', '1.5', '12', '5'), point('E', '3', '1', '1'), point('D', '3', '1', '1')])));
  expect(read).toEqual([
    { row: 1, value: { prices: [{ sku: 'A', minQuantity: '1', unitPrice: '2.00' }, { sku: 'A', minQuantity: '12', unitPrice: '1.50' }] } },
    { row: 3, value: { prices: [{ sku: 'E', minQuantity: '1', unitPrice: '3.00' }] } },
  ]);
});

test('lines are grouped into invoices as they stream by', async () => {
  const read = await allOf(readInvoices(rows([line('A', '', '2', '1.255', '7', '', '1'), line('B', '', '1', '1', '7', '', '1'), line('A', '', '1', '1', '', '', '2')])));
  expect(read).toEqual([
    { number: '1', date: '2010-12-01', customerId: '7', lines: [{ sku: 'A', quantity: 2, price: 1_255_000n }, { sku: 'B', quantity: 1, price: 1_000_000n }] },
    { number: '2', date: '2010-12-01', customerId: undefined, lines: [{ sku: 'A', quantity: 1, price: 1_000_000n }] },
  ]);
});
