import { EXIT, UsageError, type ExitCode } from '../exit.ts';
import { beside } from '../load/beside.ts';
import { openErrorFile } from '../load/error-file.ts';
import type { Loadable } from '../load/halve.ts';
import { loadRows, type LoadState } from '../load/load-rows.ts';
import { showProgress, type Progress } from '../load/progress.ts';
import type { CsvReading, CsvRow } from '../load/read-csv.ts';
import { readColumns, readRows } from '../load/read-rows.ts';
import type { Row, RowError } from '../load/row.ts';
import { openStateFile } from '../load/state-file.ts';
import type { Terminal } from '../terminal.ts';

export interface RunLoading<Value> {
  readonly title: string;
  readonly file: string;
  readonly read: (rows: AsyncIterable<CsvRow>) => AsyncIterable<Row<Value>>;
  readonly options: { readonly state?: string; readonly errors?: string; readonly restart: boolean };
  readonly terminal: Terminal;
  /** Whether every row is told of, and not the refused ones alone. */
  readonly reports?: boolean;
  readonly load: (batch: readonly Loadable<Value>[]) => Promise<RowError[]>;
}

const BATCH_ROWS = 500;

/** What every import of rows does around its loading: state, errors, progress, and the word at the end. */
export async function runLoading<Value>({ title, file, read, options, terminal, reports = false, load }: RunLoading<Value>): Promise<ExitCode> {
  const state = openStateFile<LoadState>(options.state ?? beside(file, '.import-state.json'), title, file, options.restart);
  const errors = openErrorFile(options.errors ?? beside(file, '.errors.csv'), (state.earlier?.refused ?? 0) > 0);
  const report = reports ? openErrorFile(beside(file, '.report.csv'), state.earlier !== undefined) : undefined;
  if (state.earlier) terminal.say(`Going on after row ${state.earlier.row}, as ${state.path} says.`);
  const progress = showProgress(terminal, title);
  const csv = readRows(file);
  const done = await loadRows({
    rows: read(watched(csv, progress)),
    batchSize: BATCH_ROWS,
    load,
    state,
    errors,
    report,
    onBatch: ({ loaded, refused }) => progress.update(csv.fraction(), `${loaded} loaded, ${refused} refused`),
  });
  progress.end();
  terminal.say(`${title}: ${done.loaded} loaded, ${done.refused} refused.`);
  if (report) terminal.say(`What became of each row is in ${report.path}.`);
  if (done.refused === 0) return EXIT.done;
  terminal.say(`The refused rows are in ${errors.path}.`);
  return EXIT.someRefused;
}

async function* watched({ rows, fraction }: CsvReading, progress: Progress): AsyncGenerator<CsvRow> {
  for await (const row of rows) {
    progress.update(fraction(), `row ${row.row}`);
    yield row;
  }
}

export const eachRow = <Value>(read: (row: CsvRow) => Row<Value>) =>
  async function* readEach(rows: AsyncIterable<CsvRow>): AsyncGenerator<Row<Value>> {
    for await (const row of rows) yield read(row);
  };

/** @throws UsageError for a header that lacks a column or has one nobody knows: a typing error must not be an empty column */
export async function refuseOtherColumns(file: string, needed: readonly string[], known: readonly string[]): Promise<void> {
  const header = await readColumns(file);
  const missing = needed.find((column) => !header.includes(column));
  if (missing) throw new UsageError(`${file} has no column ${missing}; its header is ${header.join(',') || 'empty'}.`);
  const strange = header.find((column) => !known.includes(column));
  if (strange !== undefined) throw new UsageError(`${file} has a column "${strange}"; known are ${known.join(', ')}.`);
}
