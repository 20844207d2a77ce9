import { microFrom } from '#kernel/money.ts';
import type { InvoiceTotal, InvoiceTotals } from '../uci/read-totals.ts';
import type { LeftOutReason } from './judge-invoice.ts';
import type { BookedOrder } from './read-order-book.ts';

/** Invoices, lines, units and money of some of them. */
export interface Sum {
  invoices: number;
  lines: number;
  quantity: bigint;
  /** Millionths of a pound: with rounded lines, and before rounding. */
  micro: bigint;
  exactMicro: bigint;
}

export interface Books {
  /** By month and by country: what the file says of the invoices that are orders, and what the product says of the orders. */
  readonly byMonth: ReadonlyMap<string, Pair>;
  readonly byCountry: ReadonlyMap<string, Pair>;
  readonly leftOut: ReadonlyMap<LeftOutReason | 'notChosen', Sum>;
  /** Orders and what was left out together: the whole file. */
  readonly everything: Sum;
  readonly orders: Pair;
  readonly differences: readonly string[];
}

export interface Pair {
  readonly file: Sum;
  readonly product: Sum;
}

const nothing = (): Sum => ({ invoices: 0, lines: 0, quantity: 0n, micro: 0n, exactMicro: 0n });
const newPair = (): Pair => ({ file: nothing(), product: nothing() });

/** Holds what the product says of its orders against what the file says of the invoices; nothing of the file is left unaccounted for. */
export function compareBooks(totals: InvoiceTotals, reasons: ReadonlyMap<string, LeftOutReason>, book: ReadonlyMap<string, BookedOrder>): Books {
  const [byMonth, byCountry] = [new Map<string, Pair>(), new Map<string, Pair>()];
  const leftOut = new Map<LeftOutReason | 'notChosen', Sum>();
  const [everything, orders] = [nothing(), newPair()];
  for (const [number, invoice] of totals) {
    add(everything, invoice);
    const order = book.get(number);
    if (!order) {
      add(entry(leftOut, reasons.get(number) ?? 'notChosen', nothing), invoice);
      continue;
    }
    for (const pair of [entry(byMonth, invoice.month, newPair), entry(byCountry, invoice.country, newPair), orders]) {
      add(pair.file, invoice);
      addOrder(pair.product, order);
    }
  }
  const differences = [...byMonth, ...byCountry].filter(([, { file, product }]) => !isSame(file, product)).map(([name]) => name);
  return { byMonth, byCountry, leftOut, everything, orders, differences };
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, fresh: () => Value): Value {
  const known = map.get(key) ?? fresh();
  map.set(key, known);
  return known;
}

function add(sum: Sum, { lines, quantity, total, exact }: InvoiceTotal): void {
  sum.invoices += 1;
  sum.lines += lines;
  sum.quantity += BigInt(quantity);
  sum.micro += microFrom(total);
  sum.exactMicro += microFrom(exact);
}

function addOrder(sum: Sum, { lines, quantity, total }: BookedOrder): void {
  sum.invoices += 1;
  sum.lines += lines;
  sum.quantity += quantity;
  sum.micro += microFrom(total);
}

const isSame = (file: Sum, product: Sum): boolean =>
  file.invoices === product.invoices && file.lines === product.lines && file.quantity === product.quantity && file.micro === product.micro;
