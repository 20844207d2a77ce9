import { join } from 'node:path';
import { expect, test } from 'vitest';
import { minorFrom, sum } from '#kernel/money.ts';
import { importOrders } from '../../cli/commands/import-orders.ts';
import { importReturns } from '../../cli/commands/import-returns.ts';
import { invoicesOf, readCredits, type Credit } from '../../cli/credits/read-credits.ts';
import type { CreditTally } from '../../cli/credits/replay-credits.ts';
import { readCsv } from '../../cli/load/read-csv.ts';
import { chooseEvenly } from '../../cli/replay/choose.ts';
import { fakeTerminal, newFolder } from '../cli/terminal.ts';
import type { Data, Session } from '../support/session.ts';
import { startWorld } from '../support/world.ts';
import { importArguments, importShop, LINES, uciIsHere } from './uci.ts';

const CREDITS = join(LINES, '../derived_returns_matched_2010_2011.csv.gz');
/** CREDITS=all takes some ten minutes. */
const COUNT = process.env.CREDITS === 'all' ? 3_122 : Number(process.env.CREDITS ?? 150);
const LONGEST_MS = 1_800_000;

async function importFrom(args: readonly string[]): Promise<CreditTally> {
  const terminal = fakeTerminal();
  let tally: CreditTally | undefined;
  await importReturns(args, terminal, (made) => (tally = made));
  console.log(terminal.said.join('\n'));
  if (!tally) throw new Error(`Nothing was imported: ${terminal.warned.join('')}`);
  return tally;
}

const linesOf = (credits: readonly Credit[]): number => credits.reduce((all, { lines, refused }) => all + lines.length + refused.length, 0);

test.runIf(uciIsHere)('real cancellations that match an order become returns, refunded as the books credited them, to the penny; all others are refused with a reason', { timeout: LONGEST_MS }, async () => {
  using folder = newFolder();
  await using world = await startWorld({ dataDir: folder.at('data') });
  const common = await importArguments(world, folder);
  await importShop(common);
  const all = await readCredits(readCsv(CREDITS).rows);
  const chosen = new Set(chooseEvenly(all.map(({ number }) => number), { count: COUNT }));
  const credits = all.filter(({ number }) => chosen.has(number));
  const invoices = invoicesOf(credits);
  await importOrders([LINES, ...common, '--data-dir', folder.at('data'), '--invoices', invoices.join(',')], fakeTerminal());

  const args = [CREDITS, ...common, '--data-dir', folder.at('data'), '--credits', [...chosen].join(',')];
  const first = await importFrom(args);
  const refused = [...first.refusals.values()].reduce((a, b) => a + b, 0);
  console.log(JSON.stringify({ returns: 'UCI cancellations', credits: credits.length, rows: linesOf(credits), invoices: invoices.length, returned: first.returns, lines: first.lines, creditedGbp: Number(first.creditedMinor) / 100, refusedRows: Object.fromEntries(first.refusals), differing: first.differing }));
  expect(first.differing).toBe(0);
  expect(first.returns + first.empty + first.refused).toBe(credits.length);
  expect(first.returns).toBeGreaterThan(COUNT * 0.8);
  expect(refused).toBeGreaterThan(0);

  expect(await creditedIn(await world.as('olga'))).toEqual({ returns: first.returns, minor: first.creditedMinor });

  const again = await importFrom(args);
  expect(again).toMatchObject({ returns: 0, before: first.returns, differing: 0 });
});

/** What all closed returns brought back, as the seller sees them, in pence. */
async function creditedIn(olga: Session): Promise<{ returns: number; minor: bigint }> {
  const PAGE = 'query ($after: String) { returns(first: 100, after: $after, search: { status: [CLOSED] }) { nodes { creditedTotal { amount } creditMemos { status amount { amount } } } pageInfo { hasNextPage endCursor } } }';
  const all = { returns: 0, minor: 0n };
  let after: string | null = null;
  for (let more = true; more; ) {
    const page: Data = (await olga.ask(PAGE, { after })).returns;
    const { nodes, pageInfo } = page;
    for (const { creditedTotal, creditMemos } of nodes) {
      const minor = minorFrom(creditedTotal.amount, 'GBP');
      expect(sum(creditMemos.map((memo: { amount: { amount: string } }) => minorFrom(memo.amount.amount, 'GBP')))).toBe(minor);
      expect(new Set(creditMemos.map((memo: { status: string }) => memo.status))).toEqual(new Set(['REFUNDED']));
      all.returns++;
      all.minor += minor;
    }
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return all;
}
