import { expect, test } from 'vitest';
import { countStatements, least } from '../../domain/catalog/count-statements.ts';
import type { Session } from '../../support/session.ts';
import type { World } from '../../support/world.ts';
import { ADD_ROWS, PARSE, RESOLVE, startEntryWorld } from './entry.ts';

const MANY = 1_000;
const SETTINGS = { CARTWRIGHT_CARTS_DIRECT_ENTRY_MAX_ROWS: String(MANY), CARTWRIGHT_CARTS_ALL_UOMS: 'true' };
const skuOf = (n: number): string => `PART-${String(n).padStart(4, '0')}`;

const isOfCatalog = (sql: string): boolean => /"(product|product_unit|price|customer_part_number|site_assortment|site_pricing|rule_version)"/.test(sql);

/** What looks for work meanwhile reads other tables. */
const isOfTheRequest = (sql: string): boolean => /^select/i.test(sql) && /from "(active_cart|cart|cart_line|agreement|account|checkout_preferences|primary_address|rule_version|product|site_assortment|price|price_list)"/.test(sql);

async function stock(world: World): Promise<Session> {
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  const numbers = Array.from({ length: MANY }, (_, n) => skuOf(n));
  const products = numbers.map((sku) => ({ sku, name: `Part ${sku}`, units: [{ uom: 'BX', factor: '12' }] }));
  await olga.ask('mutation ($products: [ProductInput!]!) { upsertProducts(products: $products) { sku } }', { products });
  await olga.ask('mutation ($prices: [PriceInput!]!) { upsertPrices(priceList: "default", prices: $prices) { code } }', { prices: numbers.map((sku) => ({ sku, unitPrice: '1.25' })) });
  await world.settle();
  return bea;
}

const fileOf = (rows: number): string => ['INV_NUM,UOM,QTY', ...Array.from({ length: rows }, (_, n) => `${skuOf(n)},${n % 2 === 0 ? 'BX' : ''},${n + 1}`)].join('\n');
const rowsOf = (rows: number) => Array.from({ length: rows }, (_, n) => ({ customerPartNumber: null, partNumber: skuOf(n), uom: 'EA', quantity: String(n + 1), selected: true }));

test('a thousand rows go in one request from the file to the form and from the form to the cart [DIE-02, DIE-20]', async () => {
  await using world = await startEntryWorld(SETTINGS);
  const bea = await stock(world);
  const { parseDirectEntryCsv: file } = await bea.ask(PARSE, { content: `${fileOf(MANY)}\n${skuOf(0)}` });
  expect(file).toMatchObject({ truncated: true });
  expect(file.rows).toHaveLength(MANY);
  expect(file.rows.at(-1)).toMatchObject({ line: MANY + 1, sku: skuOf(MANY - 1), uoms: ['EA', 'BX'], quantity: String(MANY), problem: null });
  expect((await bea.ask(RESOLVE, { rows: rowsOf(MANY) })).resolveDirectEntry).toHaveLength(MANY);
  const { addDirectEntry: cart } = await bea.ask(ADD_ROWS, { rows: rowsOf(MANY) });
  expect(cart.lines).toHaveLength(MANY);
  expect(cart).toMatchObject({ version: 1, total: { amount: '625625.00' } });
});

test('looking up a thousand rows costs as many statements as ten, with the prices of every unit [DIE-14]', async () => {
  await using world = await startEntryWorld(SETTINGS);
  const bea = await stock(world);
  const statements = async (rows: number): Promise<number> => (await countStatements(() => bea.ask(PARSE, { content: fileOf(rows) }))).statements.filter(isOfCatalog).length;
  await statements(10); // compiled statements and rules are read once
  const few = await least(() => statements(10));
  expect(few).toBeGreaterThan(0);
  expect(await least(() => statements(MANY))).toBe(few);
});

test('adding a thousand rows reads what adding ten does, and what its prices stand on', async () => {
  await using world = await startEntryWorld(SETTINGS);
  const bea = await stock(world);
  const reads = async (rows: number): Promise<number> => {
    await bea.answer('mutation ($id: ID!) { deleteCart(cartId: $id) { id } }', { id: (await bea.ask('{ activeCart { id } }')).activeCart?.id ?? '' });
    await world.settle();
    return (await countStatements(() => bea.ask(ADD_ROWS, { rows: rowsOf(rows) }))).statements.filter(isOfTheRequest).length;
  };
  await reads(10);
  const few = await least(() => reads(10));
  expect(few).toBeGreaterThan(0);
  expect(await least(() => reads(MANY))).toBe(few + 2); // rules and price lists have versions, which a large cart keeps
});
