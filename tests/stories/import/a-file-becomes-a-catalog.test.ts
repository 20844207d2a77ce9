import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { cartwright } from '../../../cli/cartwright.ts';
import { fakeTerminal, newFolder } from '../../cli/terminal.ts';
import { startWorld, type World } from '../../support/world.ts';

const run = async (world: World, ...args: string[]): Promise<{ code: number; said: string }> => {
  const terminal = fakeTerminal();
  const code = await cartwright(['import', ...args, '--url', world.url, '--email', 'olga@seller.example', '--password', 'demo'], terminal);
  return { code, said: [...terminal.said, ...terminal.warned].join('\n') };
};
const PRICE = 'query ($sku: String!) { product(sku: $sku) { price { unitPrice { amount } } } }';

test('products come from NDJSON, prices and stock from CSV, zipped or not [EXT-01]', async () => {
  await using world = await startWorld();
  using folder = newFolder();
  const products = folder.write('products.ndjson.gz', gzipSync([{ sku: 'F-1', name: 'Filed', units: [{ uom: 'BX', factor: '12' }], indivisible: true }, { sku: 'F-2', name: 'Filed too' }].map((row) => JSON.stringify(row)).join('\n')));
  expect(await run(world, 'products', products)).toMatchObject({ code: 0 });
  expect(await run(world, 'prices', folder.write('prices.csv', 'sku,minQuantity,unitPrice\nF-1,1,2.50\nF-1,10,2.25\n'))).toMatchObject({ code: 0 });
  expect(await run(world, 'stock', folder.write('stock.csv.gz', gzipSync('sku,onHand\nF-1,30\n')))).toMatchObject({ code: 0 });
  expect(await run(world, 'organisations', folder.write('o.csv', 'externalId,name,country\nK-1,Initech,GB\n'))).toMatchObject({ code: 0 });
  expect(await run(world, 'customers', folder.write('c.csv', 'externalId,name,email,organisation\nP-1,Pam,pam@initech.example,K-1\n'))).toMatchObject({ code: 0 });
  const bea = await world.as('bea');
  const { product } = await bea.ask('{ product(sku: "F-1") { name uoms availability { available } price(quantity: 12) { unitPrice { amount } } } }');
  expect(product).toEqual({ name: 'Filed', uoms: ['EA', 'BX'], availability: { available: '30' }, price: { unitPrice: { amount: '2.25' } } });
});

test('a rehearsal loads nothing; reject-all loads nothing either when a row is bad; bad rows are in the error file', async () => {
  await using world = await startWorld();
  using folder = newFolder();
  const file = folder.write('prices.csv', 'sku,unitPrice\nVASE-NEW,3.00\nNOPE,1.00\n');
  const bea = await world.as('bea');
  const priced = async (): Promise<unknown> => (await bea.ask(PRICE, { sku: 'VASE-NEW' })).product.price;
  for (const flags of [['--dry-run'], ['--on-error', 'reject-all'], ['--on-error', 'reject-all', '--swap']]) {
    expect(await run(world, 'prices', file, ...flags)).toMatchObject({ code: 1 });
    expect(readFileSync(folder.at('prices.csv.errors.csv'), 'utf8')).toContain('2,UNKNOWN_SKU,There is no product NOPE.');
    expect(await priced()).toBeNull();
  }
  expect(await run(world, 'prices', file)).toMatchObject({ code: 1 });
  expect(await priced()).toEqual({ unitPrice: { amount: '3.00' } });
});

test('with --swap the file is the whole list, at once', async () => {
  await using world = await startWorld();
  using folder = newFolder();
  const file = folder.write('prices.csv', 'sku,unitPrice\nMUG-RED,5.00\n');
  expect((await run(world, 'prices', file, '--swap')).said).toContain('default is at version 2 now.');
  const bea = await world.as('bea');
  expect((await bea.ask(PRICE, { sku: 'MUG-RED' })).product.price).toEqual({ unitPrice: { amount: '5.00' } });
  expect((await bea.ask(PRICE, { sku: 'MUG-BLUE' })).product.price).toBeNull();
  expect(existsSync(folder.at('prices.csv.swap-state.json'))).toBe(false);
});

test('a report names what became of every row, or what would', async () => {
  await using world = await startWorld();
  using folder = newFolder();
  const file = folder.write('products.csv', 'sku,name,taxClass\nF-1,Filed,reduced\nF-2,Filed,cheap\nF-3, ,\nF-4,Filed,\n');
  const rows = 'row,code,message\n1,OK,\n2,BAD_ROW,"taxClass is one of STANDARD, REDUCED, SUPER_REDUCED, ZERO, EXEMPT"\n3,BAD_ROW,name is missing\n4,OK,\n';
  const olga = await world.as('olga');
  const seen = async (): Promise<unknown[]> => Promise.all(['F-1', 'F-4'].map(async (sku) => (await olga.ask('query ($sku: String!) { product(sku: $sku) { taxClass } }', { sku })).product));
  expect((await run(world, 'products', file, '--on-error', 'report', '--dry-run')).said).toContain('products.csv.report.csv');
  expect([readFileSync(folder.at('products.csv.report.csv'), 'utf8'), await seen()]).toEqual([rows, [null, null]]);
  expect(await run(world, 'products', file, '--on-error', 'report')).toMatchObject({ code: 1 });
  expect([readFileSync(folder.at('products.csv.report.csv'), 'utf8'), await seen()]).toEqual([rows, [{ taxClass: 'REDUCED' }, { taxClass: 'STANDARD' }]]);
  expect(await run(world, 'products', file, '--on-error', 'shrug')).toMatchObject({ code: 2 });
});

test('a list that a file makes has the rule of its tiers from there, and keeps it', async () => {
  await using world = await startWorld();
  using folder = newFolder();
  const file = folder.write('prices.csv', 'sku,minQuantity,unitPrice\nMUG-RED,1,5.00\nMUG-RED,10,6.00\n');
  for (const [list, ...flags] of [['loaded', '--tier-rule', 'reached'], ['swapped', '--tier-rule', 'reached', '--swap'], ['plain']]) expect(await run(world, 'prices', file, '--price-list', list ?? '', ...flags)).toMatchObject({ code: 0 });
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  const costs = async (list: string): Promise<unknown> => {
    await olga.ask('mutation ($list: String!) { setSitePricing(input: { mode: SITE_LIST, priceList: $list }) { version } }', { list });
    return (await bea.ask('{ product(sku: "MUG-RED") { price(quantity: 10) { unitPrice { amount } } } }')).product.price.unitPrice.amount;
  };
  expect([await costs('loaded'), await costs('swapped'), await costs('plain')]).toEqual(['6.00', '6.00', '5.00']);
  expect(await run(world, 'prices', file, '--price-list', 'loaded', '--tier-rule', 'cheapest', '--restart')).toMatchObject({ code: 1 });
});
