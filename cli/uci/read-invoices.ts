import { microFrom } from '#kernel/money.ts';
import type { CsvRow } from '../load/read-csv.ts';

export interface Invoice {
  readonly number: string;
  readonly date: string;
  /** Undefined for a guest. */
  readonly customerId?: string;
  readonly lines: readonly InvoiceLine[];
}

export interface InvoiceLine {
  readonly sku: string;
  readonly quantity: number;
  /** Millionths of a pound. */
  readonly price: bigint;
}

/** Groups lines into invoices as they stream by. An invoice whose lines stand apart comes once for each stretch of them. */
export async function* readInvoices(lines: AsyncIterable<CsvRow>): AsyncGenerator<Invoice> {
  let invoice: (Invoice & { lines: InvoiceLine[] }) | undefined;
  for await (const { record } of lines) {
    const { InvoiceNo: number = '', StockCode: sku = '', Quantity, UnitPrice = '', InvoiceDate: date = '', CustomerID } = record;
    if (invoice && invoice.number !== number) yield invoice;
    if (invoice?.number !== number) invoice = { number, date, customerId: CustomerID === '' ? undefined : CustomerID, lines: [] };
    invoice.lines.push({ sku, quantity: Number(Quantity), price: microFrom(UnitPrice) });
  }
  if (invoice) yield invoice;
}
