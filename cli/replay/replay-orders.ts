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
import { compareBooks, type Books } from './compare-books.ts';
import { createPace, type Tenth } from './pace.ts';
import { invitePeople } from './people.ts';
import { readOrderBook } from './read-order-book.ts';
import { readSales, type ChosenSales } from './read-sales.ts';
import { runReplay, type ReplayState } from './run-replay.ts';
import type { ReplayTally } from './tally-replay.ts';

export interface ReplayOrders {
  readonly files: { readonly lines: string; readonly totals: string; readonly pricePoints: string };
  readonly choice: Choice;
  readonly concurrency: number;
  /** Reads all orders back at the end and holds them against the file. */
  readonly compare: boolean;
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
  readonly tenths: readonly Tenth[];
  readonly books?: Books;
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
  const pace = createPace(sales.length, () => performance.now() / 1000);
  let lines = 0;
  const tally = await runReplay({
    sales,
    ladders,
    priceList: options.priceList,
    administrator,
    people: invitePeople(administrator, options.mint, options.repEmail),
    concurrency: options.concurrency,
    state,
    errors: options.errors,
    onSale: (so) => {
      pace.note(so.lines - lines);
      lines = so.lines;
      progress.update((before + so.orders + so.refused) / chosen.sales.length, `${so.orders} orders, ${so.lines} lines, ${so.refused} refused`);
    },
  });
  const seconds = (performance.now() - began) / 1000;
  const books = options.compare ? compareBooks(chosen.totals, chosen.reasons, await readOrderBook(administrator)) : undefined;
  return { chosen, before, tally, seconds, tenths: pace.tenths(), books };
}
