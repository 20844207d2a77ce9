import type { ErrorFile } from '../load/error-file.ts';
import type { Progress } from '../load/progress.ts';
import { readCsv } from '../load/read-csv.ts';
import type { StateFile } from '../load/state-file.ts';
import type { Product } from '../product/ask.ts';
import type { Mint } from '../product/mint-tokens.ts';
import type { Ladder } from '../uci/ladder.ts';
import { readUciLadders } from '../uci/read-ladders.ts';
import { readAlreadyOrdered } from './already-ordered.ts';
import type { Choice } from './choose.ts';
import { invitePeople } from './people.ts';
import { readSales, type ChosenSales } from './read-sales.ts';
import { runReplay, type ReplayState } from './run-replay.ts';
import type { ReplayTally } from './tally-replay.ts';

export interface ReplayOrders {
  readonly files: { readonly lines: string; readonly totals: string; readonly pricePoints: string };
  readonly choice: Choice;
  readonly concurrency: number;
  readonly administrator: Product;
  readonly mint: Mint;
  readonly repEmail: string;
  readonly priceList: string;
  readonly state: StateFile<ReplayState>;
  readonly errors: ErrorFile;
  readonly progress: Progress;
}

export interface ReplayReport {
  readonly chosen: ChosenSales;
  /** Of the chosen, how many were orders before this run. */
  readonly before: number;
  readonly tally: ReplayTally;
  readonly seconds: number;
}

/** Chooses invoices and replays those that are no orders yet. */
export async function replayOrders(options: ReplayOrders): Promise<ReplayReport> {
  const { files, administrator, progress, state } = options;
  const chosen = await readSales(files, options.choice, (fraction) => progress.update(fraction, 'reading invoices'));
  const ladders = new Map<string, Ladder>();
  for await (const { sku, ladder } of readUciLadders(readCsv(files.pricePoints).rows)) ladders.set(sku, ladder);

  const ordered = await readAlreadyOrdered(administrator);
  const sales = chosen.sales.filter(({ invoice }) => !ordered.has(invoice.number));
  const before = chosen.sales.length - sales.length;
  const began = performance.now();
  const tally = await runReplay({
    sales,
    ladders,
    priceList: options.priceList,
    administrator,
    people: invitePeople(administrator, options.mint, options.repEmail),
    concurrency: options.concurrency,
    state,
    errors: options.errors,
    onSale: ({ orders, refused, lines }) => progress.update((before + orders + refused) / chosen.sales.length, `${orders} orders, ${lines} lines, ${refused} refused`),
  });
  return { chosen, before, tally, seconds: (performance.now() - began) / 1000 };
}
