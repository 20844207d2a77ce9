import { expect, test } from 'vitest';
import { countStatements } from '../../domain/catalog/count-statements.ts';
import { BUILTIN_STOCK, startOutsideWorld } from '../../faults/outside-world.ts';
import type { Session } from '../../support/session.ts';
import { RESOLVE, startEntryWorld } from './entry.ts';

const ALL = { CARTWRIGHT_CARTS_ALL_UOMS: 'true' };
const BEST_PRICE = 'mutation { setSitePricing(input: { site: "default", mode: BEST_PRICE, priceList: "default" }) { mode } }';
/** Two rods by the bundle have a price, two by the piece do not. */
const ROD = `mutation {
  upsertProducts(products: [{ sku: "ROD", name: "Rod", units: [{ uom: "BX", factor: "10" }] }]) { sku }
  upsertPrices(priceList: "default", prices: [{ sku: "ROD", uom: "BX", minQuantity: "2", unitPrice: "30" }]) { code }
}`;
const ROWS = [{ partNumber: 'SCREW-M4', quantity: '2' }, { partNumber: 'ROD', quantity: '2' }, { partNumber: 'ROD', quantity: '2', uom: 'BX' }, { partNumber: 'VASE-NEW' }];

const choices = async (buyer: Session): Promise<unknown[][]> => (await buyer.ask(RESOLVE, { rows: ROWS })).resolveDirectEntry.map((row: { uoms: string[]; problem: string | null }) => [row.uoms, row.problem]);

test('with all units, and best prices, every unit of an item may be chosen, priced or not [DIE-11]', async () => {
  await using world = await startEntryWorld(ALL);
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  await olga.ask(ROD);
  await olga.ask(BEST_PRICE);
  expect(await choices(bea)).toEqual([[['EA', 'BX'], null], [['EA', 'BX'], null], [['EA', 'BX'], null], [['EA'], null]]);
});

test('with all units, and the list of the site, those with a price in it may be chosen [DIE-12]', async () => {
  await using world = await startEntryWorld(ALL);
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  await olga.ask(ROD);
  expect(await choices(bea)).toEqual([[['EA', 'BX'], null], [['BX'], 'PRICE_NOT_FOUND'], [['BX'], null], [[], 'PRICE_NOT_FOUND']]);
});

test.each(['the list of the site', 'best prices'])('without all units the primary one is all there is to choose, and no price is looked up, with %s [DIE-13, DIE-14]', async (prices) => {
  await using world = await startEntryWorld();
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  await olga.ask(ROD);
  if (prices === 'best prices') await olga.ask(BEST_PRICE);
  await world.settle();
  const { result, statements } = await countStatements(() => choices(bea));
  expect(result).toEqual([[['EA'], null], [['EA'], null], [['EA'], null], [['EA'], null]]);
  expect(statements.filter((sql) => /"price"/.test(sql))).toEqual([]);
});

test('the prices of all units of all rows are one question to the tables [DIE-14]', async () => {
  await using world = await startEntryWorld(ALL);
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  await olga.ask(ROD);
  await world.settle();
  const { statements } = await countStatements(() => choices(bea));
  expect(statements.filter((sql) => /"price"/.test(sql))).toHaveLength(1);
});

test('the prices of all units of all rows are one call to an outside price system, and none where no price is needed [DIE-13, DIE-14]', async () => {
  for (const allUoms of [true, false]) {
    await using outside = await startOutsideWorld({ ...BUILTIN_STOCK, CARTWRIGHT_CARTS_DIRECT_ENTRY: 'true', CARTWRIGHT_CARTS_ALL_UOMS: String(allUoms) });
    const [olga, bea] = [await outside.world.as('olga'), await outside.world.as('bea')];
    await olga.ask(ROD);
    outside.system.prices.set('ROD', { unitPrice: '29' });
    outside.system.calls.length = 0;
    const uoms = (await choices(bea)).map(([offered]) => offered);
    expect(uoms).toEqual(allUoms ? [[], ['BX'], ['BX'], []] : [['EA'], ['EA'], ['EA'], ['EA']]);
    expect(outside.system.calls.map(({ name, question }) => [name, question.lines.length])).toEqual(allUoms ? [['prices', 3]] : []);
  }
});
