import { microFrom } from '#kernel/money.ts';
import type { CsvRow } from '../load/read-csv.ts';
import { ruleOf } from '../uci/codes.ts';

/** So much of a product that a customer was credited for, and the sale it was held to belong to. */
export interface CreditLine {
  readonly row: number;
  readonly sku: string;
  readonly quantity: number;
  /** Millionths of a pound. */
  readonly price: bigint;
  readonly invoice: string;
}

/** An invoice C… of the books: what a customer sent back on a day. */
export interface Credit {
  readonly number: string;
  readonly customerId: string;
  /** Those that can become lines of a return. */
  readonly lines: readonly CreditLine[];
  readonly refused: readonly RefusedLine[];
}

export interface RefusedLine {
  readonly row: number;
  readonly reason: CreditRefusal;
}

export const CREDIT_REFUSALS = {
  UNMATCHED: 'no sale of the product to the customer is known from before',
  OTHER_PRICE: 'credited at another price than the sale was made at',
  PARTLY_MATCHED: 'more was credited than the sale they were held against has',
  NO_GOODS: 'carriage, charges, discounts and vouchers: nothing that could be sent back',
  NOT_ORDERED: 'the invoice is no order of the product',
  NOT_IN_ORDER: 'the order has no line of the product at that price with so much left to come back',
} as const;
export type CreditRefusal = keyof typeof CREDIT_REFUSALS;

export const CREDIT_COLUMNS = ['CreditInvoiceNo', 'CreditDate', 'CustomerID', 'StockCode', 'CreditUnitPrice', 'CreditQty', 'OriginalInvoiceNo', 'MatchedQty', 'OriginalUnitPrice', 'MatchStatus'] as const;

const STATUSES: { readonly [status: string]: CreditRefusal | undefined } = { none: 'UNMATCHED', full_other_price: 'OTHER_PRICE', partial: 'PARTLY_MATCHED', full_same_price: undefined };

/** Reads the credits in the order of the file, which is that of the days. Rows of one stand together or apart. */
export async function readCredits(rows: AsyncIterable<CsvRow>): Promise<Credit[]> {
  const credits = new Map<string, { number: string; customerId: string; lines: CreditLine[]; refused: RefusedLine[] }>();
  for await (const { row, record } of rows) {
    const { CreditInvoiceNo: number = '', CustomerID: customerId = '', StockCode: sku = '', CreditUnitPrice: price = '', MatchedQty: matched, OriginalInvoiceNo: invoice = '', MatchStatus: status = '' } = record;
    const credit = credits.get(number) ?? { number, customerId, lines: [], refused: [] };
    credits.set(number, credit);
    const reason = ruleOf(sku).kind === 'goods' ? STATUSES[status] : 'NO_GOODS';
    if (reason !== undefined) credit.refused.push({ row, reason });
    else credit.lines.push({ row, sku, quantity: Number(matched), price: microFrom(price), invoice });
  }
  return [...credits.values()];
}

/** The invoices that must be orders for these to become returns. */
export const invoicesOf = (credits: readonly Credit[]): string[] => [...new Set(credits.flatMap(({ lines }) => lines.map(({ invoice }) => invoice)))];
