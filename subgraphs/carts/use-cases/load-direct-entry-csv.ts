import type { CartsContext } from '../context.ts';
import type { FilledRow } from '../domain/direct-entry.ts';
import { readEntryFile } from './read-entry-file.ts';
import { fillRows, requireDirectEntry } from './resolve-direct-entry.ts';

export interface LoadedFile {
  readonly rows: readonly FilledRow[];
  readonly ignored: number;
  readonly truncated: boolean;
  readonly maxRows: number;
}

/** The buyer loads a file into the form; good rows are ticked, bad ones name their problem, and no cart knows of it yet. [DIE-20, DIE-21] */
export async function loadDirectEntryCsv(context: CartsContext, chunks: Iterable<string>, hasHeader: boolean): Promise<LoadedFile> {
  requireDirectEntry(context);
  const { directEntryMaxRows: maxRows, allUoms } = context.config;
  const { rows, ignored, truncated } = await readEntryFile(chunks, { hasHeader, maxRows });
  const filled = await fillRows(context, rows.map(({ row, line, flaw }) => ({ ...row, line, flaw })), { allUoms });
  return { rows: filled.map((row) => ({ ...row, selected: row.problem === null })), ignored, truncated, maxRows };
}
