import { FILE_OPTIONS, PRODUCT_OPTIONS, readArguments, readCount } from '../arguments.ts';
import { EXIT, UsageError, type ExitCode } from '../exit.ts';
import { beside } from '../load/beside.ts';
import { openErrorFile } from '../load/error-file.ts';
import { showProgress } from '../load/progress.ts';
import { readHeader } from '../load/read-csv.ts';
import { openStateFile } from '../load/state-file.ts';
import { openMint } from '../product/mint-tokens.ts';
import { signInAsAdministrator } from '../product/sign-in.ts';
import { describeReplay } from '../replay/describe-replay.ts';
import { replayOrders, type ReplayReport } from '../replay/replay-orders.ts';
import type { ReplayState } from '../replay/run-replay.ts';
import type { Terminal } from '../terminal.ts';
import { siblingOf } from '../uci/siblings.ts';
import { uciShapeOf } from '../uci/shapes.ts';

export const IMPORT_ORDERS_HELP = `
cartwright import orders FILE --data-dir DIR    replays invoices: each becomes a cart, then an order, through the public API

  FILE holds the invoice lines of the UCI Online Retail data. Import catalog (lines, then price points) and customers first.
  Before the carts of a wave are filled the price list gets the prices of their day; at the end it is the catalog's again.
  Somebody watches each cart and must see every version once; an order is placed only at the invoice's total, to the penny.

  --count N           so many invoices, evenly over the year (default 500)
  --every N           instead: each Nth
  --invoices A,B,C    instead: these
  --all               instead: every one that can be an order (19,890: about half an hour)
  --compare           at the end hold all orders against the file, by month and country
  --data-dir DIR      where the product keeps its files: tokens of customers are made with its key
  --totals FILE       derived_invoice_totals; found beside FILE when left out
  --price-points FILE derived_price_points; found beside FILE when left out
  --concurrency N     carts at the same time (default 4)
  --rep EMAIL         the sales rep who agrees prices that no list can hold (default sam@seller.example)
  --price-list CODE   default "default"
`;

const OPTIONS = {
  ...PRODUCT_OPTIONS,
  ...FILE_OPTIONS,
  count: { type: 'string' },
  every: { type: 'string' },
  invoices: { type: 'string' },
  all: { type: 'boolean', default: false },
  compare: { type: 'boolean', default: false },
  'data-dir': { type: 'string' },
  totals: { type: 'string' },
  'price-points': { type: 'string' },
  concurrency: { type: 'string', default: '4' },
  rep: { type: 'string', default: 'sam@seller.example' },
  'price-list': { type: 'string', default: 'default' },
} as const;

const DEFAULT_COUNT = 500;
const TOKEN_HOURS = 12;

export async function importOrders(args: readonly string[], terminal: Terminal, onReport?: (report: ReplayReport) => void): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS, ['FILE']);
  const [file = ''] = positionals;
  if ([values.count, values.every, values.invoices, values.all || undefined].filter((choice) => choice !== undefined).length > 1) throw new UsageError('Give one of --count, --every, --invoices and --all.');
  if (!values['data-dir']) throw new UsageError('--data-dir is missing: customers have no passwords, their tokens are made with the key kept there.');
  if (uciShapeOf(await readHeader(file)) !== 'lines') throw new UsageError(`${file} does not hold the invoice lines of the UCI Online Retail data.`);
  const choice = {
    every: values.every === undefined ? undefined : readCount('every', values.every),
    count: values.all ? undefined : values.count === undefined ? DEFAULT_COUNT : readCount('count', values.count),
    numbers: values.invoices?.split(','),
  };
  const concurrency = readCount('concurrency', values.concurrency);
  const files = { lines: file, totals: values.totals ?? siblingOf(file, 'derived_invoice_totals'), pricePoints: values['price-points'] ?? siblingOf(file, 'derived_price_points') };

  const administrator = await signInAsAdministrator(values, terminal);
  const mint = await openMint(values['data-dir'], TOKEN_HOURS);
  const state = openStateFile<ReplayState>(values.state ?? beside(file, '.import-state.json'), 'import orders', file, values.restart);
  const errors = openErrorFile(values.errors ?? beside(file, '.errors.csv'), false);
  const progress = showProgress(terminal, 'import orders');
  try {
    const report = await replayOrders({ files, choice, concurrency, compare: values.compare, administrator, mint, repEmail: values.rep, priceList: values['price-list'], state, errors, progress });
    progress.end();
    onReport?.(report);
    terminal.say(describeReplay(report));
    if (report.tally.refused === 0 && !report.books?.differences.length) return EXIT.done;
    terminal.say(`The refused invoices are in ${errors.path}.`);
    return EXIT.someRefused;
  } finally {
    mint.close();
  }
}
