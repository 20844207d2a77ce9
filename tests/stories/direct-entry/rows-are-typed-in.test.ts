import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { ACTIVE, ADD_ROWS, LOAD_NUMBERS, loadNumbers, RESOLVE, SETTINGS, startEntryWorld } from './entry.ts';

const MUG = { partNumber: 'MUG-RED' };

test('a business buyer enters items directly where that is on, others nowhere [DIE-01]', async () => {
  await using on = await startEntryWorld();
  await using off = await startWorld();
  const bea = await on.as('bea');
  expect((await bea.ask(SETTINGS)).directEntrySettings.offered).toBe(true);
  expect((await bea.ask(ADD_ROWS, { rows: [MUG] })).addDirectEntry).toMatchObject({ lines: [{ product: { sku: 'MUG-RED' } }] });
  for (const person of ['cat', 'guest', 'sam', 'olga', 'pia'] as const) {
    const other = await on.as(person);
    expect((await other.ask(SETTINGS)).directEntrySettings.offered).toBe(false);
    for (const field of [RESOLVE, ADD_ROWS]) expect(await other.refused(field, { rows: [MUG] })).toMatchObject({ code: 'FORBIDDEN' });
  }
  expect(await (await on.as('nobody')).refused(RESOLVE, { rows: [MUG] })).toMatchObject({ code: 'UNAUTHENTICATED' });
  const unlucky = await off.as('bea');
  expect((await unlucky.ask(SETTINGS)).directEntrySettings.offered).toBe(false);
  for (const field of [RESOLVE, ADD_ROWS]) expect(await unlucky.refused(field, { rows: [MUG] })).toMatchObject({ code: 'OPERATION_DISABLED' });
});

test('the form begins with as many rows, and grows by as many, as the settings say [DIE-10]', async () => {
  await using usual = await startEntryWorld();
  await using other = await startEntryWorld({ CARTWRIGHT_CARTS_DIRECT_ENTRY_ROWS: '3', CARTWRIGHT_CARTS_DIRECT_ENTRY_EXTRA_ROWS: '0', CARTWRIGHT_CARTS_DIRECT_ENTRY_MAX_ROWS: '4' });
  expect((await (await usual.as('bea')).ask(SETTINGS)).directEntrySettings).toEqual({ offered: true, rows: 10, extraRows: 5, maxRows: 200, allUoms: false, headerCodes: ['CUST_NUM', 'INV_NUM', 'UOM', 'QTY'] });
  const bea = await other.as('bea');
  expect((await bea.ask(SETTINGS)).directEntrySettings).toMatchObject({ rows: 3, extraRows: 0, maxRows: 4 });
  const rows = Array.from({ length: 5 }, () => MUG);
  for (const field of [RESOLVE, ADD_ROWS]) expect(await bea.refused(field, { rows })).toMatchObject({ code: 'BAD_USER_INPUT', details: { rows: 5, maxRows: 4 } });
});

test('rows are filled in with names and primary units, by either number, the merchant\'s first [DIE-02, DIE-03]', async () => {
  await using world = await startEntryWorld();
  await loadNumbers(world);
  const bea = await world.as('bea');
  const rows = [{ partNumber: 'CABLE-2.5', quantity: '2.50' }, { customerPartNumber: ' M4 ' }, { customerPartNumber: 'M4', uom: 'BX', quantity: '3' }, { customerPartNumber: 'M4', partNumber: 'MUG-RED' }, {}];
  const { resolveDirectEntry: filled } = await bea.ask(RESOLVE, { rows });
  expect(filled).toMatchObject([
    { row: 0, sku: 'CABLE-2.5', name: 'Installation cable 3 x 2.5 mm²', primaryUom: 'MTR', uom: 'MTR', quantity: '2.5', problem: null },
    { row: 1, sku: 'SCREW-M4', name: 'Machine screw M4 x 20, zinc', primaryUom: 'EA', uom: 'EA', quantity: '1', customerPartNumber: 'M4' },
    { row: 2, sku: 'SCREW-M4', uom: 'BX', quantity: '3', problem: null },
    { row: 3, sku: 'MUG-RED' },
    { row: 4, sku: null, quantity: null, problem: null },
  ]);
});

test('rows go into the cart without being filled in first, with primary units [DIE-02, DIE-03]', async () => {
  await using world = await startEntryWorld();
  await loadNumbers(world);
  const bea = await world.as('bea');
  const { addDirectEntry: cart } = await bea.ask(ADD_ROWS, { rows: [{ customerPartNumber: 'M4', uom: 'BX', quantity: '2' }, { partNumber: 'CABLE-2.5' }, {}] });
  expect(cart).toMatchObject({ version: 1, lines: [{ uom: 'BX', quantity: '2', product: { sku: 'SCREW-M4' } }, { uom: 'MTR', quantity: '1', product: { sku: 'CABLE-2.5' } }] });
});

test('of several items with one customer part number the one of the highest rank is meant, also when others are not sold here [DIE-04, DIE-06]', async () => {
  await using world = await startEntryWorld();
  await loadNumbers(world);
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  const resolved = async () => (await bea.ask(RESOLVE, { rows: [{ customerPartNumber: 'RED' }] })).resolveDirectEntry[0];
  expect(await resolved()).toMatchObject({ sku: 'MUG-BLUE' });
  await olga.ask('mutation { addToAssortment(site: "default", skus: ["MUG-RED"]) }');
  expect(await resolved()).toMatchObject({ sku: null, problem: 'UNKNOWN_SKU' });
});

test('customer part numbers mean something to whose mapping was loaded, and nothing before [DIE-05]', async () => {
  await using world = await startEntryWorld();
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const row = { customerPartNumber: 'M4' };
  expect(await bea.refused(ADD_ROWS, { rows: [row] })).toMatchObject({ code: 'BAD_USER_INPUT', details: { rows: [{ row: 0, code: 'UNKNOWN_SKU' }] } });
  await loadNumbers(world);
  expect((await bea.ask(ADD_ROWS, { rows: [row] })).addDirectEntry.lines).toHaveLength(1);
  expect((await gus.ask(RESOLVE, { rows: [row] })).resolveDirectEntry).toMatchObject([{ sku: null, problem: 'UNKNOWN_SKU', message: 'There is no product M4.' }]);
});

test('what the site does not sell is not to be had by number either [DIE-06]', async () => {
  await using world = await startEntryWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  await olga.ask('mutation { addToAssortment(site: "default", skus: ["MUG-RED", "BAG-JUTE"]) }');
  const rows = [{ partNumber: 'MUG-RED' }, { partNumber: 'MUG-BLUE' }];
  expect((await bea.ask(RESOLVE, { rows })).resolveDirectEntry).toMatchObject([{ problem: null }, { sku: null, problem: 'UNKNOWN_SKU' }]);
  expect(await bea.refused(ADD_ROWS, { rows })).toMatchObject({ details: { rows: [{ row: 1, code: 'UNKNOWN_SKU' }] } });
});

test('only ticked rows are added; what is wrong with others does not matter [DIE-07]', async () => {
  await using world = await startEntryWorld();
  const bea = await world.as('bea');
  const rows = [{ partNumber: 'MUG-RED', selected: false }, { partNumber: 'BAG-JUTE', selected: true }, { partNumber: 'NOTHING', selected: false }, { partNumber: 'PLATE-27' }];
  const { addDirectEntry: cart } = await bea.ask(ADD_ROWS, { rows });
  expect(cart.lines).toMatchObject([{ product: { sku: 'BAG-JUTE' } }, { product: { sku: 'PLATE-27' } }]);
  expect(await bea.refused(ADD_ROWS, { rows: [{ partNumber: 'MUG-RED', selected: false }, {}] })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a bad row keeps all of them out of the cart, and each bad one is named with what is wrong [DIE-08]', async () => {
  await using world = await startEntryWorld();
  const bea = await world.as('bea');
  await bea.ask(ADD_ROWS, { rows: [MUG] });
  const before = await bea.ask(ACTIVE);
  const rows = [
    MUG,
    { partNumber: 'NOTHING' },
    { partNumber: 'MUG-RED', quantity: 'many' },
    { partNumber: 'MUG-RED', quantity: '0' },
    { partNumber: 'MUG-RED', quantity: '-1' },
    { partNumber: 'HAMPER-XL', quantity: '1.5' },
    { partNumber: 'MUG-RED', uom: 'BX' },
    { quantity: '3' },
  ];
  const refusal = await bea.refused(ADD_ROWS, { rows });
  expect(refusal.code).toBe('BAD_USER_INPUT');
  expect((refusal.details.rows as { row: number; code: string }[]).map(({ row, code }) => [row, code])).toEqual([
    [1, 'UNKNOWN_SKU'],
    [2, 'QUANTITY_INVALID'],
    [3, 'QUANTITY_INVALID'],
    [4, 'QUANTITY_INVALID'],
    [5, 'QUANTITY_INDIVISIBLE'],
    [6, 'UNKNOWN_UOM'],
    [7, 'UNKNOWN_SKU'],
  ]);
  expect(await bea.ask(ACTIVE)).toEqual(before);
});

test('rows without a price keep all of them out, and each is named [DIE-08]', async () => {
  await using world = await startEntryWorld();
  const bea = await world.as('bea');
  const refusal = await bea.refused(ADD_ROWS, { rows: [MUG, { partNumber: 'VASE-NEW' }, { partNumber: 'VASE-NEW', quantity: '2' }] });
  expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', details: { rows: [{ row: 1, code: 'PRICE_NOT_FOUND', message: 'VASE-NEW has no price for 1 EA.' }, { row: 2, code: 'PRICE_NOT_FOUND' }] } });
  expect((await bea.ask(ACTIVE)).activeCart).toBeNull();
});

test('a row that cannot be ordered as it is keeps what was entered and still tells its item [DIE-08]', async () => {
  await using world = await startEntryWorld();
  const bea = await world.as('bea');
  const { resolveDirectEntry: filled } = await bea.ask(RESOLVE, { rows: [{ partNumber: 'MUG-RED', quantity: 'a few', uom: 'PF' }] });
  expect(filled).toMatchObject([{ partNumber: 'MUG-RED', quantity: 'a few', uom: 'PF', name: 'Stoneware mug, red', problem: 'QUANTITY_INVALID' }]);
});

test('kits, models and what can be serviced are entered like anything else [DIE-09]', async () => {
  await using world = await startEntryWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  await olga.ask(`mutation { upsertProducts(products: [{ sku: "SET", name: "Tea set", itemType: KIT }, { sku: "DESK", name: "Desk", itemType: MODEL }, { sku: "MIXER", name: "Mixer", itemType: SERVICEABLE }]) { sku } }`);
  await olga.ask('mutation { setComponents(sku: "SET", components: [{ sku: "MUG-RED", ratio: "2" }, { sku: "TEAPOT-1L", ratio: "1" }]) { sku } }');
  await olga.ask('mutation { setComponents(sku: "DESK", components: [{ sku: "LADDER-3", ratio: "1" }]) { sku } }');
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "DESK", unitPrice: "250" }, { sku: "MIXER", unitPrice: "80" }]) { code } }');
  const { addDirectEntry: cart } = await bea.ask(ADD_ROWS, { rows: [{ partNumber: 'SET' }, { partNumber: 'DESK' }, { partNumber: 'MIXER', quantity: '2' }] });
  expect(cart).toMatchObject({ total: { amount: '448.40' }, lines: [{ product: { sku: 'SET' } }, { product: { sku: 'DESK' } }, { product: { sku: 'MIXER' } }] });
});

test('sent again with its key an add happens once, whatever became of its items; on top of a version that is behind it does not', async () => {
  await using world = await startEntryWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  const { addDirectEntry: cart } = await bea.ask(ADD_ROWS, { rows: [MUG], key: 'one' });
  await olga.ask('mutation { addToAssortment(site: "default", skus: ["BAG-JUTE"]) }');
  expect((await bea.ask(ADD_ROWS, { rows: [MUG], key: 'one' })).addDirectEntry).toEqual(cart);
  expect(await bea.refused(ADD_ROWS, { rows: [{ partNumber: 'BAG-JUTE' }], key: 'one' })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await bea.refused(ADD_ROWS, { cartId: cart.id, rows: [{ partNumber: 'BAG-JUTE' }], expectedVersion: 7 })).toMatchObject({ code: 'STALE_VERSION' });
});

test('nobody adds rows to the cart of another', async () => {
  await using world = await startEntryWorld();
  const [bea, ben, gus] = [await world.as('bea'), await world.as('ben'), await world.as('gus')];
  const { addDirectEntry: cart } = await bea.ask(ADD_ROWS, { rows: [MUG] });
  for (const other of [ben, gus]) expect(await other.refused(ADD_ROWS, { cartId: cart.id, rows: [MUG] })).toMatchObject({ code: 'NOT_FOUND' });
});

test('what a customer part number stands for may change: an add that is sent again is still the same add', async () => {
  await using world = await startEntryWorld();
  await loadNumbers(world);
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  const rows = [{ customerPartNumber: 'RED' }];
  const { addDirectEntry: cart } = await bea.ask(ADD_ROWS, { rows, key: 'one' });
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  await olga.ask(LOAD_NUMBERS, { accountId: viewer.account.id, partNumbers: [{ partNumber: 'RED', sku: 'BAG-JUTE', rank: 3 }] });
  expect((await bea.ask(ADD_ROWS, { rows, key: 'one' })).addDirectEntry).toEqual(cart);
  expect((await bea.ask(ADD_ROWS, { rows, key: 'two' })).addDirectEntry.lines).toMatchObject([{ product: { sku: 'MUG-BLUE' } }, { product: { sku: 'BAG-JUTE' } }]);
});

test('rows that mean the same item keep apart, or merge where lines do', async () => {
  for (const merge of ['false', 'true']) {
    await using world = await startEntryWorld({ CARTWRIGHT_CARTS_MERGE_LINES: merge });
    await loadNumbers(world);
    const bea = await world.as('bea');
    const { addDirectEntry: cart } = await bea.ask(ADD_ROWS, { rows: [{ customerPartNumber: 'M4', quantity: '2' }, { partNumber: 'SCREW-M4', quantity: '3' }, { partNumber: 'SCREW-M4', uom: 'BX' }] });
    expect(cart.lines.map(({ uom, quantity }: { uom: string; quantity: string }) => [uom, quantity])).toEqual(merge === 'true' ? [['EA', '5'], ['BX', '1']] : [['EA', '2'], ['EA', '3'], ['BX', '1']]);
    const refusal = await bea.refused(ADD_ROWS, { rows: [MUG, { customerPartNumber: 'M4' }, { partNumber: 'VASE-NEW' }, { partNumber: 'VASE-NEW' }] });
    expect((refusal.details.rows as { row: number; code: string }[]).map(({ row, code }) => [row, code])).toEqual([[2, 'PRICE_NOT_FOUND'], [3, 'PRICE_NOT_FOUND']]);
  }
});

test('ten forms sent at once are all added, and two with one key once', async () => {
  await using world = await startEntryWorld();
  const bea = await world.as('bea');
  const keys = ['a', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
  await Promise.all(keys.map((key) => bea.ask(ADD_ROWS, { rows: [MUG, { partNumber: 'BAG-JUTE' }], key })));
  const { activeCart } = await bea.ask(ACTIVE);
  expect([activeCart.version, activeCart.lines.length]).toEqual([9, 18]);
});
