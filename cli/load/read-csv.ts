import { parse } from 'csv-parse';
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UsageError } from '../exit.ts';

export type CsvRecord = Readonly<Record<string, string>>;

export interface CsvRow {
  /** The first row under the header is 1. */
  readonly row: number;
  readonly record: CsvRecord;
}

export interface CsvReading {
  readonly rows: AsyncIterable<CsvRow>;
  /** How much of the file was read, 0 to 1. */
  fraction(): number;
}

/** Streams a CSV file, gzipped when it ends in .gz, whatever its size. Rows of the wrong width come with what they have. */
export function readCsv(file: string): CsvReading {
  const size = sizeOf(file);
  const bytes = createReadStream(file);
  const parser = parse({ columns: true, bom: true, skip_empty_lines: true, relax_column_count: true, trim: true });
  const sources = file.endsWith('.gz') ? [bytes, createGunzip(), parser] : [bytes, parser];
  pipeline(sources, () => undefined); // the reader of the rows meets the error
  return { rows: numbered(parser, file), fraction: () => (size === 0 ? 1 : bytes.bytesRead / size) };
}

export async function readHeader(file: string): Promise<readonly string[]> {
  for await (const { record } of readCsv(file).rows) return Object.keys(record);
  return [];
}

async function* numbered(records: AsyncIterable<CsvRecord>, file: string): AsyncGenerator<CsvRow> {
  let row = 0;
  try {
    for await (const record of records) yield { row: ++row, record };
  } catch (error) {
    throw new UsageError(`${file} cannot be read after row ${row}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    throw new UsageError(`There is no file ${file}.`);
  }
}
