import { moneyOf } from '#kernel/money.ts';
import { FILE_OPTIONS, PRODUCT_OPTIONS, readArguments, readCount } from '../arguments.ts';
import { CREDIT_COLUMNS, CREDIT_REFUSALS, readCredits, type CreditRefusal } from '../credits/read-credits.ts';
import { replayCredits, type CreditState, type CreditTally } from '../credits/replay-credits.ts';
import { EXIT, UsageError, type ExitCode } from '../exit.ts';
import { beside } from '../load/beside.ts';
import { openErrorFile } from '../load/error-file.ts';
import { showProgress } from '../load/progress.ts';
import { readCsv } from '../load/read-csv.ts';
import { openStateFile } from '../load/state-file.ts';
import { openMint } from '../product/mint-tokens.ts';
import { signInAsAdministrator } from '../product/sign-in.ts';
import { chooseEvenly } from '../replay/choose.ts';
import { invitePeople } from '../replay/people.ts';
import type { Terminal } from '../terminal.ts';
import { refuseOtherColumns } from './run-loading.ts';

export const IMPORT_RETURNS_HELP = `
cartwright import returns FILE --data-dir DIR   replays credits: each becomes a return of the customer, taken in, credited and refunded

  FILE is derived_returns_matched of the UCI Online Retail data. Import orders first: a credit whose invoices are no orders is refused.
  A line becomes a line of a return when it was credited at the price it was sold at and so much of it has not come back; the refund
  must be what the books credited, to the penny. All other lines are refused with the reason. A customer without an address gets one
  first: the data has none, and whoever is credited needs one.

  --count N           so many credits, evenly over the year; all when left out
  --credits A,B,C     instead: these
  --data-dir DIR      where the product keeps its files: tokens of customers are made with its key
  --reason CODE       why everything comes back: one of the shop's reasons (default NO_LONGER_NEEDED)
  --concurrency N     customers at the same time (default 4)
`;

const OPTIONS = {
  ...PRODUCT_OPTIONS,
  ...FILE_OPTIONS,
  count: { type: 'string' },
  credits: { type: 'string' },
  'data-dir': { type: 'string' },
  reason: { type: 'string', default: 'NO_LONGER_NEEDED' },
  concurrency: { type: 'string', default: '4' },
} as const;

const TOKEN_HOURS = 12;

export async function importReturns(args: readonly string[], terminal: Terminal, onReport?: (tally: CreditTally) => void): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS, ['FILE']);
  const [file = ''] = positionals;
  if (!values['data-dir']) throw new UsageError('--data-dir is missing: customers have no passwords, their tokens are made with the key kept there.');
  await refuseOtherColumns(file, CREDIT_COLUMNS, CREDIT_COLUMNS);
  const concurrency = readCount('concurrency', values.concurrency);
  const choice = { count: values.count === undefined ? undefined : readCount('count', values.count), numbers: values.credits?.split(',') };
  const administrator = await signInAsAdministrator(values, terminal);
  const mint = await openMint(values['data-dir'], TOKEN_HOURS);
  const state = openStateFile<CreditState>(values.state ?? beside(file, '.import-state.json'), 'import returns', file, values.restart);
  const errors = openErrorFile(values.errors ?? beside(file, '.errors.csv'), false);
  const progress = showProgress(terminal, 'import returns');
  try {
    const all = await readCredits(readCsv(file).rows);
    const chosen = new Set(chooseEvenly(all.map(({ number }) => number), choice));
    const credits = all.filter(({ number }) => chosen.has(number));
    const tally = await replayCredits({ credits, administrator, people: invitePeople(administrator, mint, ''), reason: values.reason, concurrency, state, errors, progress });
    progress.end();
    onReport?.(tally);
    terminal.say(describe(tally, credits.length));
    if (tally.refusals.size === 0) return EXIT.done;
    terminal.say(`What was refused is in ${errors.path}.`);
    return EXIT.someRefused;
  } finally {
    mint.close();
  }
}

/** The account of it, for people. */
function describe({ returns, lines, creditedMinor, before, empty, refusals, differing }: CreditTally, credits: number): string {
  const meaning = (reason: string): string => CREDIT_REFUSALS[reason as CreditRefusal] ?? 'refused by the product';
  return [
    `Of ${shown(credits)} credits ${shown(returns)} became returns of ${shown(lines)} lines: ${moneyOf(creditedMinor, 'GBP').amount} GBP were given back, which is what the books credited for them.`,
    ...(before > 0 ? [`${shown(before)} were returns already.`] : []),
    ...(empty > 0 ? [`Of ${shown(empty)} nothing could come back.`] : []),
    ...[...refusals].sort(([, a], [, b]) => b - a).map(([reason, times]) => `  ${shown(times).padStart(6)}  ${reason}: ${meaning(reason)}`),
    ...(differing > 0 ? [`${shown(differing)} went another way than the books say.`] : []),
  ].join('\n');
}

const shown = (count: number): string => count.toLocaleString('en-GB');
