import { readCsv } from '../load/read-csv.ts';
import { readInvoices } from '../uci/read-invoices.ts';
import { readTotals, type InvoiceTotals } from '../uci/read-totals.ts';
import { chooseEvenly, type Choice } from './choose.ts';
import { judgeInvoice, type LeftOutReason } from './judge-invoice.ts';
import type { Sale } from './sale.ts';

export interface ChosenSales {
  readonly sales: readonly Sale[];
  readonly invoices: number;
  readonly eligible: number;
  readonly leftOut: ReadonlyMap<LeftOutReason, number>;
  /** What the file says, and why an invoice is not among those that can be replayed. */
  readonly totals: InvoiceTotals;
  readonly reasons: ReadonlyMap<string, LeftOutReason>;
}

/** Reads the lines twice: once to judge every invoice, once for those that were chosen; so memory holds the chosen alone. */
export async function readSales(files: { lines: string; totals: string }, choice: Choice, onProgress: (fraction: number) => void): Promise<ChosenSales> {
  const totals = await readTotals(readCsv(files.totals).rows);
  const ways = new Map<string, Sale['way']>();
  const reasons = new Map<string, LeftOutReason>();

  const judged = readCsv(files.lines);
  for await (const invoice of readInvoices(judged.rows)) {
    const verdict = judgeInvoice(invoice, totals);
    if ('way' in verdict) ways.set(invoice.number, verdict.way);
    else reasons.set(invoice.number, verdict.leftOut);
    onProgress(judged.fraction() / 2);
  }

  const chosen = new Set(chooseEvenly([...ways.keys()], choice));
  const sales: Sale[] = [];
  const taken = readCsv(files.lines);
  for await (const invoice of readInvoices(taken.rows)) {
    const way = ways.get(invoice.number);
    if (way && chosen.has(invoice.number)) sales.push({ invoice, way, total: totals.get(invoice.number)?.total ?? '' });
    onProgress(0.5 + taken.fraction() / 2);
    if (sales.length === chosen.size) break;
  }
  const leftOut = new Map<LeftOutReason, number>();
  for (const reason of reasons.values()) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  return { sales, invoices: totals.size, eligible: ways.size, leftOut, totals, reasons };
}
