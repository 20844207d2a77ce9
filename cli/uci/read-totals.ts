import type { CsvRow } from '../load/read-csv.ts';

/** What each invoice comes to with rounded lines, in pounds, and how many lines it has. */
export type InvoiceTotals = ReadonlyMap<string, { readonly total: string; readonly lines: number }>;

export async function readTotals(rows: AsyncIterable<CsvRow>): Promise<InvoiceTotals> {
  const totals = new Map<string, { total: string; lines: number }>();
  for await (const { record } of rows) totals.set(record.InvoiceNo ?? '', { total: record.NetLinesRounded2 ?? '', lines: Number(record.Lines) });
  return totals;
}
