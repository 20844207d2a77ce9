import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UsageError } from '../exit.ts';
import { sizeOf, type CsvReading, type CsvRecord, type CsvRow } from './read-csv.ts';

/** Streams a file with a JSON object a line, its values as the text a CSV would hold: one reader of rows serves both. */
export function readNdjson(file: string): CsvReading {
  const size = sizeOf(file);
  const bytes = createReadStream(file);
  const text = file.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => undefined) : bytes; // the reader of the rows meets the error
  return { rows: numbered(createInterface({ input: text, crlfDelay: Infinity }), file), fraction: () => (size === 0 ? 1 : bytes.bytesRead / size) };
}

async function* numbered(lines: AsyncIterable<string>, file: string): AsyncGenerator<CsvRow> {
  let row = 0;
  for await (const line of lines) if (line.trim() !== '') yield { row: ++row, record: recordOf(line, `${file}, row ${row}`) };
}

function recordOf(line: string, where: string): CsvRecord {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new UsageError(`${where} is no JSON.`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new UsageError(`${where} is no JSON object.`);
  return Object.fromEntries(Object.entries(parsed).map(([column, value]) => [column, textOf(value)]));
}

/** Lists become words; a unit with its factor becomes BX=12. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  if (typeof value === 'object' && 'uom' in value) return 'factor' in value && value.factor !== null ? `${String(value.uom)}=${String(value.factor)}` : String(value.uom);
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
