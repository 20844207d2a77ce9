import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cartwright } from '../../cli/cartwright.ts';
import { fakeTerminal, newFolder } from '../cli/terminal.ts';
import { sessionWith } from '../support/session.ts';
import { startWorld } from '../support/world.ts';
import { importArguments } from './uci.ts';

const CATALOG = `sku,name,description,uom,indivisible,returnable,unitPrice,minQuantity,stock
CUP-1,Cup,A plain cup,EA,true,true,4.00,,25
CUP-1,,,,,,3.25,12,
CUP-2,Cup without a price,,EA,,,,,
CUP-3,,,,,,9.99,,
CUP-4,Cup of nothing,,EA,,,cheap,,
`;
const SHOWN = `{ product(sku: "CUP-1") { name indivisible one: price { unitPrice { amount } } dozen: price(quantity: "12") { unitPrice { amount } } } }`;

test('a catalog of our own columns is there with its tiers and stock; the bad rows are named; again, it is the same', async () => {
  using folder = newFolder();
  await using world = await startWorld();
  const common = await importArguments(world, folder);
  const file = folder.write('catalog.csv', CATALOG);
  for (const attempt of ['first', 'again']) {
    expect(await cartwright(['import', 'catalog', file, ...common], fakeTerminal()), attempt).toBe(1);
    expect(readFileSync(folder.at('errors.csv'), 'utf8')).toMatch(/^row,code,message\n4,BAD_USER_INPUT,.*CUP-3.*\n5,BAD_ROW,unitPrice is a number.*\n$/);
    const bea = await world.as('bea');
    expect((await bea.ask(SHOWN)).product).toEqual({ name: 'Cup', indivisible: true, one: { unitPrice: { amount: '4.00' } }, dozen: { unitPrice: { amount: '3.25' } } });
    await bea.refused('mutation { addCartLines(lines: [{ sku: "CUP-3", quantity: "1" }]) { id } }');
  }
});

test('an imported customer has no password, but whoever holds the data directory can be them', async () => {
  using folder = newFolder();
  await using world = await startWorld({ dataDir: folder.at('data') });
  const common = await importArguments(world, folder);
  const file = folder.write('customers.csv', 'externalId,name,email,country\n4711,Dora,dora@shop.example,FR\n');
  expect(await cartwright(['import', 'customers', file, ...common], fakeTerminal())).toBe(0);

  const terminal = fakeTerminal();
  expect(await cartwright(['token', 'Dora@shop.example', '--data-dir', folder.at('data')], terminal)).toBe(0);
  const dora = sessionWith(world.url, terminal.said[0]);
  expect((await dora.ask('{ viewer { kind email name } }')).viewer).toEqual({ kind: 'INDIVIDUAL', email: 'dora@shop.example', name: 'Dora' });
  expect(await cartwright(['token', 'nobody@shop.example', '--data-dir', folder.at('data')], fakeTerminal())).toBe(2);
});

test('a buyer cannot import', async () => {
  using folder = newFolder();
  await using world = await startWorld();
  const { token = '' } = await world.as('bea');
  const terminal = fakeTerminal({ CARTWRIGHT_TOKEN: token });
  expect(await cartwright(['import', 'catalog', folder.write('c.csv', 'sku,name\nA,B\n'), '--url', world.url], terminal)).toBe(2);
  expect(terminal.warned.join('')).toContain('bea@acme.example is none');
});
