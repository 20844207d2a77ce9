import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { ACTIVE, ADD_ROWS, loadNumbers, PARSE, startEntryWorld } from './entry.ts';

test('a file with a header has its columns in any order, each row with one of the numbers [DIE-15, DIE-18]', async () => {
  await using world = await startEntryWorld();
  await loadNumbers(world);
  const bea = await world.as('bea');
  const content = '\uFEFFQTY,UOM,INV_NUM,CUST_NUM\r\n3,BX,SCREW-M4,\r\n"2.5", MTR ,"CABLE-2.5",\r\n4,,,M4\r\n';
  const { parseDirectEntryCsv: file } = await bea.ask(PARSE, { content });
  expect(file).toMatchObject({
    ignored: 0,
    truncated: false,
    notice: null,
    rows: [
      { row: 0, line: 2, selected: true, partNumber: 'SCREW-M4', sku: 'SCREW-M4', uom: 'BX', quantity: '3', problem: null },
      { row: 1, line: 3, partNumber: 'CABLE-2.5', sku: 'CABLE-2.5', uom: 'MTR', quantity: '2.5', problem: null },
      { row: 2, line: 4, customerPartNumber: 'M4', sku: 'SCREW-M4', uom: 'EA', quantity: '4', problem: null },
    ],
  });
});

test('a file without a header has customer number, own number, unit and quantity, in that order [DIE-19]', async () => {
  await using world = await startEntryWorld();
  await loadNumbers(world);
  const bea = await world.as('bea');
  const { parseDirectEntryCsv: file } = await bea.ask(PARSE, { content: 'M4,,BX,2\n,MUG-RED,,7\n', hasHeader: false });
  expect(file.rows).toMatchObject([{ line: 1, sku: 'SCREW-M4', uom: 'BX', quantity: '2' }, { line: 2, sku: 'MUG-RED', uom: 'EA', quantity: '7' }]);
});

test('a line without a number is left out and spoils nothing; without a unit or a quantity it is one of the primary unit [DIE-16, DIE-17]', async () => {
  await using world = await startEntryWorld();
  const bea = await world.as('bea');
  const { parseDirectEntryCsv: file } = await bea.ask(PARSE, { content: 'INV_NUM,UOM,QTY\n,BX,7\nCABLE-2.5,,\n,,\n\nMUG-RED\n' });
  expect(file).toMatchObject({ ignored: 2, rows: [{ line: 3, sku: 'CABLE-2.5', uom: 'MTR', quantity: '1', problem: null }, { line: 6, sku: 'MUG-RED', uom: 'EA', quantity: '1', problem: null }] });
});

const UNREADABLE = [
  ['', 'EMPTY', {}],
  ['INV_NUM,QTY\n', 'EMPTY', {}],
  ['inv_num,qty\nMUG-RED,1\n', 'NO_HEADER', {}],
  ['UOM,QTY\nEA,1\n', 'NO_HEADER', {}],
  ['MUG-RED,1\n', 'NO_HEADER', {}],
  ['INV_NUM,COLOUR\nMUG-RED,red\n', 'UNKNOWN_CODE', { code: 'COLOUR' }],
  ['INV_NUM,Qty\nMUG-RED,1\n', 'UNKNOWN_CODE', { code: 'Qty' }],
  ['INV_NUM,QTY,QTY\nMUG-RED,1,2\n', 'CODE_TWICE', { code: 'QTY' }],
  ['INV_NUM,QTY\nMUG-RED,1\n"MUG-BLUE,1\n', 'NOT_CSV', { line: 3 }],
  ['PK\u0003\u0004\u0000\u0000', 'NOT_CSV', {}],
] as const;

test('a file that cannot be read is refused, and it is said why [DIE-18, DIE-21]', async () => {
  await using world = await startEntryWorld();
  const bea = await world.as('bea');
  for (const [content, reason, details] of UNREADABLE) {
    expect([content, await bea.refused(PARSE, { content })]).toMatchObject([content, { code: 'BAD_USER_INPUT', details: { reason, ...details } }]);
  }
});

test('a file with more items than a form takes is loaded up to there, and the buyer is told [DIE-20]', async () => {
  await using world = await startEntryWorld({ CARTWRIGHT_CARTS_DIRECT_ENTRY_MAX_ROWS: '3' });
  const bea = await world.as('bea');
  const load = async (skus: readonly string[]) => (await bea.ask(PARSE, { content: `INV_NUM\n${skus.join('\n')}\n"",\n` })).parseDirectEntryCsv;
  expect(await load(['MUG-RED', 'MUG-BLUE', 'BAG-JUTE'])).toMatchObject({ truncated: false, notice: null, rows: [{}, {}, {}] });
  const longer = await load(['MUG-RED', 'MUG-BLUE', 'BAG-JUTE', 'PLATE-27', 'NOTHING']);
  expect(longer).toMatchObject({ truncated: true, notice: 'The file has more than 3 items; the first 3 were loaded.' });
  expect(longer.rows.map(({ sku }: { sku: string }) => sku)).toEqual(['MUG-RED', 'MUG-BLUE', 'BAG-JUTE']);
});

test('bad rows are named, good ones are ticked, and nothing is in the cart before they are added [DIE-21]', async () => {
  await using world = await startEntryWorld();
  const bea = await world.as('bea');
  const content = 'INV_NUM,UOM,QTY\nMUG-RED,,2\nNOTHING,,1\nMUG-RED,,lots\nMUG-RED,,0\nMUG-RED,,-2\nMUG-RED,BX,1\nHAMPER-XL,,1.5\nMUG-RED,,1,000\nBAG-JUTE,EA,4\n';
  const { parseDirectEntryCsv: file } = await bea.ask(PARSE, { content });
  expect(file.rows.map(({ line, selected, problem }: { line: number; selected: boolean; problem: string | null }) => [line, selected, problem])).toEqual([
    [2, true, null],
    [3, false, 'UNKNOWN_SKU'],
    [4, false, 'QUANTITY_INVALID'],
    [5, false, 'QUANTITY_INVALID'],
    [6, false, 'QUANTITY_INVALID'],
    [7, false, 'UNKNOWN_UOM'],
    [8, false, 'QUANTITY_INDIVISIBLE'],
    [9, false, 'BAD_USER_INPUT'],
    [10, true, null],
  ]);
  expect((await bea.ask(ACTIVE)).activeCart).toBeNull();

  const rows = file.rows.map(({ customerPartNumber, partNumber, uom, quantity, selected }: Record<string, unknown>) => ({ customerPartNumber, partNumber, uom, quantity, selected }));
  const { addDirectEntry: cart } = await bea.ask(ADD_ROWS, { rows });
  expect(cart.lines).toEqual([{ uom: 'EA', quantity: '2', product: { sku: 'MUG-RED' } }, { uom: 'EA', quantity: '4', product: { sku: 'BAG-JUTE' } }]);
});

test('files are for business buyers, and where direct entry is on [DIE-01]', async () => {
  await using on = await startEntryWorld();
  await using off = await startWorld();
  const content = 'INV_NUM\nMUG-RED\n';
  for (const person of ['cat', 'guest', 'sam'] as const) expect(await (await on.as(person)).refused(PARSE, { content })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await (await off.as('bea')).refused(PARSE, { content })).toMatchObject({ code: 'OPERATION_DISABLED' });
});
