import type { CsvRow } from '../load/read-csv.ts';

export interface InvoiceTotal {
  /** With rounded lines, in pounds. */
  readonly total: string;
  /** Before rounding. */
  readonly exact: string;
  readonly lines: number;
  readonly quantity: string;
  /** 2010-12. */
  readonly month: string;
  readonly country: string;
}

/** What each invoice comes to. */
export type InvoiceTotals = ReadonlyMap<string, InvoiceTotal>;

export async function readTotals(rows: AsyncIterable<CsvRow>): Promise<InvoiceTotals> {
  const totals = new Map<string, InvoiceTotal>();
  for await (const { record } of rows) {
    const { InvoiceNo = '', NetLinesRounded2: total = '', NetExact: exact = '', Qty: quantity = '', FirstInvoiceDate = '', Country: country = '' } = record;
    totals.set(InvoiceNo, { total, exact, lines: Number(record.Lines), quantity, month: FirstInvoiceDate.slice(0, 7), country });
  }
  return totals;
}
