import { ruleOf } from '../uci/codes.ts';
import type { Invoice } from '../uci/read-invoices.ts';
import type { InvoiceTotal } from '../uci/read-totals.ts';
import { fitsOneList } from './price-needs.ts';

/** How an invoice can be replayed, or why it cannot. */
export type Verdict = { readonly way: 'cart' | 'quote' } | { readonly leftOut: LeftOutReason };

export const LEFT_OUT = {
  credit: 'cancellations and returns (C…): no sales',
  adjustment: 'corrections of the books (A…): no sales',
  writeOff: 'negative quantities: write-offs of stock',
  negativePrice: 'negative prices',
  stockMovement: 'nobody and nothing to pay: movements of stock',
  fraction: 'quantities that are not whole',
  scattered: 'lines that do not stand together in the file',
  neverSold: 'codes that are never sold (D, CRUK, B)',
  guestPrices: 'guests with prices that no one price list can hold, and who cannot negotiate',
} as const;
export type LeftOutReason = keyof typeof LEFT_OUT;

/** A sale of goods and services can become a cart; which way its prices get there depends on them. */
export function judgeInvoice(invoice: Invoice, totals: ReadonlyMap<string, Pick<InvoiceTotal, 'lines'>>): Verdict {
  const { number, customerId, lines } = invoice;
  if (number.startsWith('C')) return { leftOut: 'credit' };
  if (number.startsWith('A')) return { leftOut: 'adjustment' };
  if (lines.some(({ quantity }) => quantity <= 0)) return { leftOut: 'writeOff' };
  if (lines.some(({ price }) => price < 0n)) return { leftOut: 'negativePrice' };
  if (customerId === undefined && lines.every(({ price }) => price === 0n)) return { leftOut: 'stockMovement' };
  if (lines.some(({ quantity }) => !Number.isInteger(quantity))) return { leftOut: 'fraction' };
  if (totals.get(number)?.lines !== lines.length) return { leftOut: 'scattered' };
  if (lines.some(({ sku }) => ruleOf(sku).kind === 'never sold')) return { leftOut: 'neverSold' };
  if (fitsOneList(invoice)) return { way: 'cart' };
  return customerId === undefined ? { leftOut: 'guestPrices' } : { way: 'quote' };
}
