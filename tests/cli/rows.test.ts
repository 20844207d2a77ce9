import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readCsv } from '../../cli/load/read-csv.ts';
import { readCatalogRow } from '../../cli/own/catalog-row.ts';
import { RECORD_SHAPES, readRecord } from '../../cli/own/record-shapes.ts';
import { allOf, newFolder } from './terminal.ts';

const row = (record: Record<string, string>) => ({ row: 1, record });

test('a gzipped file streams as the plain one does, quoted newlines and all', async () => {
  using folder = newFolder();
  const text = 'sku,name\nA,"two\nlines"\nB,"a ""word"""\n';
  const plain = await allOf(readCsv(folder.write('a.csv', text)).rows);
  expect(plain).toEqual([
    { row: 1, record: { sku: 'A', name: 'two\nlines' } },
    { row: 2, record: { sku: 'B', name: 'a "word"' } },
  ]);
  expect(await allOf(readCsv(folder.write('a.csv.gz', gzipSync(text))).rows)).toEqual(plain);
});

test('a broken gzip file says how far it could be read', async () => {
  using folder = newFolder();
  const file = folder.write('a.csv.gz', gzipSync('sku,name\nA,B\n').subarray(0, 20));
  await expect(allOf(readCsv(file).rows)).rejects.toThrow('cannot be read after row');
});

test('a row of a catalog is a product, its price and its stock', () => {
  expect(readCatalogRow(row({ sku: 'MUG', name: 'Mug', uom: 'EA', uoms: 'EA;DZN', indivisible: 'yes', returnable: 'false', unitPrice: '2.55', minQuantity: '12', stock: '40' }))).toEqual({
    row: 1,
    value: {
      product: { sku: 'MUG', name: 'Mug', primaryUom: 'EA', uoms: ['EA', 'DZN'], indivisible: true, returnable: false },
      prices: [{ sku: 'MUG', uom: 'EA', minQuantity: '12', unitPrice: '2.55' }],
      stock: { sku: 'MUG', onHand: '40' },
    },
  });
});

test('a row without a name is a further tier', () => {
  expect(readCatalogRow(row({ sku: 'MUG', name: '', unitPrice: '2.10', minQuantity: '48' }))).toEqual({
    row: 1,
    value: { prices: [{ sku: 'MUG', minQuantity: '48', unitPrice: '2.10' }] },
  });
});

test.for([
  [{ sku: '', name: 'Mug' }, 'sku is empty'],
  [{ sku: 'MUG' }, 'at least a name, a unitPrice or a stock'],
  [{ sku: 'MUG', unitPrice: '-1' }, 'unitPrice is a number'],
  [{ sku: 'MUG', name: 'Mug', indivisible: 'maybe' }, 'indivisible is true or false'],
  [{ sku: 'MUG', unitPrice: '1', validFrom: 'soon' }, 'validFrom is a date'],
] as const)('%o is refused: %s', ([record, sentence]) => {
  expect(readCatalogRow(row(record))).toMatchObject({ row: 1, code: 'BAD_ROW', message: expect.stringContaining(sentence) });
});

test('a customer without a proper e-mail address is refused', () => {
  const read = readRecord(RECORD_SHAPES.customers);
  expect(read(row({ externalId: '1', name: 'Ann', email: '' }))).toEqual({ row: 1, code: 'BAD_ROW', message: 'email is missing' });
  expect(read(row({ externalId: '1', name: 'Ann', email: 'ann@a.example', colour: 'red' }))).toMatchObject({ code: 'BAD_ROW', message: 'nobody knows the column colour' });
  expect(read(row({ externalId: '1', name: 'Ann', email: 'ann@a.example', country: '' }))).toEqual({ row: 1, value: { externalId: '1', name: 'Ann', email: 'ann@a.example' } });
});

test('records of every kind of cell read as the loads take them', () => {
  const read = readRecord(RECORD_SHAPES.products);
  expect(read(row({ sku: 'S', name: 'Screw', units: 'DZN BX=200', indivisible: 'yes', weight: '0.02', categories: 'a;b', description: '' }))).toEqual({
    row: 1,
    value: { sku: 'S', name: 'Screw', units: [{ uom: 'DZN', factor: undefined }, { uom: 'BX', factor: '200' }], indivisible: true, weight: '0.02', categories: ['a', 'b'] },
  });
  expect(readRecord(RECORD_SHAPES.prices)(row({ sku: 'S', unitPrice: '1', validFrom: '2026-01-02' }))).toMatchObject({ value: { validFrom: '2026-01-02T00:00:00.000Z' } });
  for (const [column, text] of [['weight', 'heavy'], ['indivisible', 'perhaps']] as const) expect(read(row({ sku: 'S', name: 'Screw', [column]: text }))).toMatchObject({ code: 'BAD_ROW' });
});
