import { CsvError, parse } from 'csv-parse';
import { Readable, pipeline } from 'node:stream';
import { isRefusal } from '#kernel/errors.ts';
import { namesItem, type EntryProblem, type EntryRow } from '../domain/direct-entry.ts';
import { FIXED_ORDER, readHeader, refuseFile, rowOf, tooWide } from '../domain/entry-columns.ts';

export interface FileRow {
  /** The line of the file it ends in, from 1. */
  readonly line: number;
  readonly row: EntryRow;
  readonly flaw: EntryProblem | undefined;
}

export interface EntryFile {
  readonly rows: readonly FileRow[];
  /** Lines without a part number. */
  readonly ignored: number;
  /** There is more in the file than was read. */
  readonly truncated: boolean;
}

export interface FileReading {
  readonly hasHeader: boolean;
  readonly maxRows: number;
}

/** No line of four cells is longer; beyond it somebody forgot to close a quote. */
const MAX_LINE = 10_000;

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/**
 * Reads a CSV file as it comes in, UTF-8 with or without a byte order mark. Whatever its size, no more than the rows that are
 * wanted are kept, and reading ends with them. [DIE-15..20]
 */
export async function readEntryFile(chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>, { hasHeader, maxRows }: FileReading): Promise<EntryFile> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true, max_record_size: MAX_LINE });
  pipeline(Readable.from(chunks), parser, () => undefined); // the reader of the rows meets the error
  const rows: FileRow[] = [];
  let columns = hasHeader ? undefined : FIXED_ORDER;
  let ignored = 0;
  for await (const { info, record } of readable(parser)) {
    if (!columns) {
      columns = readHeader(record);
      continue;
    }
    const row = rowOf(columns, record);
    if (!namesItem(row)) ignored++; // [DIE-16]
    else if (rows.length === maxRows) return { rows, ignored, truncated: true };
    else rows.push({ line: info.lines, row, flaw: tooWide(columns, record) });
  }
  if (rows.length === 0 && ignored === 0) throw refuseFile('EMPTY', 'There is nothing in the file.');
  return { rows, ignored, truncated: false };
}

async function* readable(parser: AsyncIterable<Parsed>): AsyncGenerator<Parsed> {
  try {
    for await (const parsed of parser) {
      if (parsed.record.some((cell) => cell.includes('\0'))) throw refuseFile('NOT_CSV', 'The file is no text.', { line: parsed.info.lines });
      yield parsed;
    }
  } catch (error) {
    if (isRefusal(error)) throw error;
    const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : null;
    throw refuseFile('NOT_CSV', `The file is no CSV that can be read: ${error instanceof Error ? error.message : String(error)}`, { line });
  }
}
