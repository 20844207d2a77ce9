import { FILE_OPTIONS, PRODUCT_OPTIONS, readArguments } from '../arguments.ts';
import { EXIT, UsageError, type ExitCode } from '../exit.ts';
import { beside } from '../load/beside.ts';
import { openStateFile } from '../load/state-file.ts';
import { RECORD_SHAPES, readRecord, type LoadRecord, type RecordShape } from '../own/record-shapes.ts';
import { loadRecords, type LoadTarget } from '../product/load-records.ts';
import { signInAsAdministrator } from '../product/sign-in.ts';
import { abandonSwap, beginSwap, publishSwap, type SwapState } from '../product/swap-price-list.ts';
import type { Terminal } from '../terminal.ts';
import { eachRow, refuseOtherColumns, runLoading } from './run-loading.ts';

export type RecordKind = keyof typeof RECORD_SHAPES;

export const IMPORT_RECORDS_HELP = `
${Object.entries(RECORD_SHAPES).map(([kind, { columns }]) => `cartwright import ${kind} FILE    ${Object.keys(columns).join(', ')}`).join('\n')}

  FILE is CSV with these columns, or NDJSON with these names (.ndjson, .jsonl); gzipped when it ends in .gz.
  Units are written with what they hold: "DZN BX=200".
  --dry-run           only look: report bad rows and load nothing
  --on-error WHAT     reject-rows (default): bad rows are left out; reject-all: one bad row and nothing is loaded;
                      report: as reject-rows, and every row with what became of it in FILE.report.csv (with --dry-run: would)
  --price-list CODE   of prices: the list that takes them (default "default")
  --currency CODE     of prices: of a list that is made now
  --tier-rule RULE    of prices: of a list that is made now, CHEAPEST (default) or REACHED
  --swap              of prices: the file replaces the whole list at once; nobody sees half of it
`;

export const RECORD_OPTIONS = {
  ...PRODUCT_OPTIONS,
  ...FILE_OPTIONS,
  'dry-run': { type: 'boolean', default: false },
  'on-error': { type: 'string', default: 'reject-rows' },
  'price-list': { type: 'string', default: 'default' },
  currency: { type: 'string' },
  'tier-rule': { type: 'string' },
  swap: { type: 'boolean', default: false },
} as const;

const POLICIES: readonly string[] = ['reject-rows', 'reject-all', 'report'];

/** Loads a file of one kind of records through the batch loads of the product. */
export async function importRecords(kind: RecordKind, args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, RECORD_OPTIONS, ['FILE']);
  const [file = ''] = positionals;
  const shape: RecordShape = RECORD_SHAPES[kind];
  if (!POLICIES.includes(values['on-error'])) throw new UsageError(`--on-error is one of ${POLICIES.join(', ')}, not "${values['on-error']}".`);
  if (values.swap && kind !== 'prices') throw new UsageError('--swap is for prices.');
  await refuseOtherColumns(file, shape.needed, Object.keys(shape.columns));
  const product = await signInAsAdministrator(values, terminal);
  const run = (title: string, target: LoadTarget): Promise<ExitCode> =>
    runLoading<LoadRecord>({ title, file, read: eachRow(readRecord(shape)), options: values, terminal, reports: values['on-error'] === 'report', load: (batch) => loadRecords(product, shape, target, batch) });

  const list = { priceList: values['price-list'], currency: values.currency, tierRule: values['tier-rule']?.toUpperCase() };
  const now: LoadTarget = { dryRun: false, ...(kind === 'prices' && list) };
  const state = openStateFile<SwapState>(beside(file, '.swap-state.json'), `swap ${values['price-list']}`, file, values.restart);
  if (values['dry-run'] || (values['on-error'] === 'reject-all' && !state.earlier)) {
    const looked = await run(`look through ${kind}`, { ...now, dryRun: true });
    if (values['dry-run'] || looked !== EXIT.done) return looked;
  }
  if (!values.swap) return run(`import ${kind}`, now);

  const loadId = await beginSwap(product, list, state);
  const loaded = await run(`swap ${kind}`, { dryRun: false, loadId });
  if (loaded !== EXIT.done && values['on-error'] === 'reject-all') {
    await abandonSwap(product, loadId, state);
    return loaded;
  }
  terminal.say(`${values['price-list']} is at version ${await publishSwap(product, loadId, state)} now.`);
  return loaded;
}
