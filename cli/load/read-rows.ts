import { readCsv, type CsvReading } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';

/** Streams the rows of a file: NDJSON when its name says so, otherwise CSV; gzipped when it ends in .gz. */
export const readRows = (file: string): CsvReading => (/\.(ndjson|jsonl)(\.gz)?$/.test(file) ? readNdjson(file) : readCsv(file));

/** The columns of the first row. */
export async function readColumns(file: string): Promise<readonly string[]> {
  for await (const { record } of readRows(file).rows) return Object.keys(record);
  return [];
}
