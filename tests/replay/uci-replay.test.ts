import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importOrders } from '../../cli/commands/import-orders.ts';
import type { ReplayReport } from '../../cli/replay/replay-orders.ts';
import { fakeTerminal, newFolder } from '../cli/terminal.ts';
import { startWorld, type World } from '../support/world.ts';
import { importArguments, importShop, LINES, uciIsHere } from './uci.ts';

const LONGEST_MS = 300_000;
/** In one invoice a product at two prices for one quantity, or dearer by the dozen. */
const NEGOTIATED = ['536569', '548813', '577314'];

async function replay(common: readonly string[], dataDir: string, ...choice: string[]): Promise<ReplayReport> {
  const terminal = fakeTerminal();
  let report: ReplayReport | undefined;
  const exit = await importOrders([LINES, ...common, '--data-dir', dataDir, ...choice], terminal, (made) => (report = made));
  console.log(terminal.said.join('\n'));
  expect(exit, exit === 1 ? readFileSync(errorsOf(common), 'utf8') : terminal.warned.join('')).toBe(0);
  if (!report) throw new Error('No report was made.');
  return report;
}

const errorsOf = (common: readonly string[]): string => common[common.indexOf('--errors') + 1] ?? '';

async function samplePrices(world: World): Promise<unknown> {
  const olga = await world.as('olga');
  const fields = ['22423', '85123A', '22197', '84077', '20725'].map((sku, i) => `p${i}: product(sku: "${sku}") { one: price { unitPrice { amount } } many: price(quantity: "300") { unitPrice { amount } } }`);
  return olga.ask(`{ ${fields.join(' ')} }`);
}

test.runIf(uciIsHere)('500 real invoices become carts, each version of them seen live, then orders at the same totals to the penny; those that are orders already stay as they are, and prices no list can hold are negotiated', { timeout: LONGEST_MS }, async () => {
  using folder = newFolder();
  await using world = await startWorld({ dataDir: folder.at('data') });
  const common = await importArguments(world, folder);
  await importShop(common);
  const listed = await samplePrices(world);

  const { chosen, tally, before, books } = await replay(common, folder.at('data'), '--count', '500', '--compare');
  expect(chosen.sales).toHaveLength(500);
  expect(tally).toMatchObject({ orders: 500, refused: 0, versionsCoalesced: 0 });
  expect(before).toBe(0);
  expect(tally.guests).toBeGreaterThan(0);
  expect(tally.lines).toBe(chosen.sales.reduce((lines, { invoice }) => lines + invoice.lines.length, 0));
  expect(tally.versionsSeen).toBeGreaterThan(500 * 3);
  expect(books?.differences).toEqual([]);
  expect(books?.orders.product).toMatchObject({ invoices: 500, lines: tally.lines, quantity: books?.orders.file.quantity, micro: books?.orders.file.micro });
  expect(books?.everything, 'what is ordered and what is left out are the whole file').toMatchObject({ invoices: 25_900, lines: 541_909, micro: 9_747_747_930_000n, exactMicro: 9_747_747_934_000n });
  expect(await samplePrices(world), 'the price list is the catalog’s again').toEqual(listed);

  const known = chosen.sales.slice(0, 20).map(({ invoice }) => invoice.number);
  const again = await replay(common, folder.at('data'), '--invoices', [...known, ...NEGOTIATED].join(','));
  expect(again.before).toBe(known.length);
  expect(again.tally).toMatchObject({ orders: NEGOTIATED.length, quotes: NEGOTIATED.length, refused: 0 });
});
