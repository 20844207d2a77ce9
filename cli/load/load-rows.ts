import type { ErrorFile } from './error-file.ts';
import type { Loadable } from './halve.ts';
import { isRowError, type Row, type RowError } from './row.ts';
import type { StateFile } from './state-file.ts';

export interface LoadState {
  /** The last row of the last batch that is done. */
  readonly row: number;
  readonly loaded: number;
  readonly refused: number;
}

export interface Loading<Value> {
  readonly rows: AsyncIterable<Row<Value>>;
  readonly batchSize: number;
  readonly load: (batch: readonly Loadable<Value>[]) => Promise<RowError[]>;
  readonly state: StateFile<LoadState>;
  readonly errors: ErrorFile;
  /** Takes every row, those that are fine as OK. */
  readonly report?: ErrorFile;
  readonly onBatch?: (state: LoadState) => void;
}

/** Loads rows batch by batch and notes after each how far it came; begun again, it goes on behind the last batch that was done. */
export async function loadRows<Value>({ rows, batchSize, load, state, errors, report, onBatch }: Loading<Value>): Promise<LoadState> {
  let done: LoadState = state.earlier ?? { row: 0, loaded: 0, refused: 0 };
  let batch: Row<Value>[] = [];

  async function finishBatch(): Promise<void> {
    const last = batch.at(-1);
    if (!last) return;
    const unreadable = batch.filter(isRowError);
    const loadable = batch.filter((row): row is Loadable<Value> => !isRowError(row));
    const refused = [...unreadable, ...(loadable.length > 0 ? await load(loadable) : [])].sort((a, b) => a.row - b.row);
    errors.write(refused);
    report?.write(reportOf(batch, refused));
    done = { row: last.row, loaded: done.loaded + batch.length - refused.length, refused: done.refused + refused.length };
    state.save(done);
    batch = [];
    onBatch?.(done);
  }

  for await (const row of rows) {
    if (row.row <= done.row) continue;
    batch.push(row);
    if (batch.length >= batchSize) await finishBatch();
  }
  await finishBatch();
  state.clear();
  return done;
}

function reportOf(batch: readonly { readonly row: number }[], refused: readonly RowError[]): RowError[] {
  const byRow = new Map(refused.map((error) => [error.row, error]));
  return batch.map(({ row }) => byRow.get(row) ?? { row, code: 'OK', message: '' });
}
