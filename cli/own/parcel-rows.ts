import type { CsvRow } from '../load/read-csv.ts';
import type { Row } from '../load/row.ts';

export const PARCEL_COLUMNS = ['shipment', 'orderNumber', 'line', 'sku', 'quantity', 'serialNumbers', 'carrier', 'trip', 'trackingNumber', 'shippedAt'] as const;
export const NEEDED_PARCEL_COLUMNS = ['shipment', 'orderNumber', 'quantity'] as const;

export interface ParcelLine {
  readonly orderNumber: string;
  /** Counted from 1, as the order has them; without it the SKU says which. */
  readonly line?: number;
  readonly sku?: string;
  readonly quantity: string;
  readonly serialNumbers: readonly string[];
}

/** What left together: the rows of one shipment, which stand together in the file. */
export interface Parcel {
  readonly shipment: string;
  readonly carrier?: string;
  readonly trip?: string;
  readonly trackingNumbers: readonly string[];
  readonly shippedAt?: string;
  readonly lines: readonly ParcelLine[];
}

/** One value a parcel, at its last row; one bad row and its whole parcel is refused, for it would be billed wrongly. */
export async function* readParcels(rows: AsyncIterable<CsvRow>): AsyncGenerator<Row<Parcel>> {
  let together: CsvRow[] = [];
  for await (const row of rows) {
    if (together[0] && together[0].record.shipment !== row.record.shipment) {
      yield parcelOf(together);
      together = [];
    }
    together.push(row);
  }
  if (together.length > 0) yield parcelOf(together);
}

function parcelOf(rows: readonly CsvRow[]): Row<Parcel> {
  const row = rows.at(-1)?.row ?? 0;
  const wrong = rows.map(({ row: at, record }) => ({ at, problem: problemOf(record) })).find(({ problem }) => problem !== undefined);
  if (wrong) return { row, code: 'BAD_ROW', message: `row ${wrong.at}: ${wrong.problem}` };
  const said = (column: string): string | undefined => rows.map(({ record }) => record[column]).find((text) => text !== undefined && text !== '');
  const shippedAt = said('shippedAt');
  return {
    row,
    value: {
      shipment: said('shipment') ?? '',
      carrier: said('carrier'),
      trip: said('trip'),
      trackingNumbers: [...new Set(rows.flatMap(({ record }) => wordsOf(record.trackingNumber)))],
      ...(shippedAt !== undefined && { shippedAt: new Date(shippedAt).toISOString() }),
      lines: rows.map(({ record }) => ({
        orderNumber: record.orderNumber ?? '',
        ...(record.line && { line: Number(record.line) }),
        ...(record.sku && { sku: record.sku }),
        quantity: record.quantity ?? '',
        serialNumbers: wordsOf(record.serialNumbers),
      })),
    },
  };
}

const wordsOf = (text: string | undefined): string[] => (text ?? '').split(/[\s;|]+/).filter(Boolean);

function problemOf(record: CsvRow['record']): string | undefined {
  const missing = NEEDED_PARCEL_COLUMNS.find((column) => !record[column]);
  if (missing) return `${missing} is missing`;
  if (!record.line && !record.sku) return 'line or sku is missing';
  if (record.line && !/^[1-9]\d*$/.test(record.line)) return 'line is a number such as 1';
  if (!/^\d+(\.\d{1,6})?$/.test(record.quantity ?? '')) return 'quantity is a number such as 12 or 2.5';
  if (record.shippedAt && Number.isNaN(Date.parse(record.shippedAt))) return 'shippedAt is a date such as 2026-11-22 or 2026-11-22T08:00:00Z';
  return undefined;
}
