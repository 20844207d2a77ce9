import type { Invoice } from '../uci/read-invoices.ts';

/** An invoice that shall happen again, and what it came to. */
export interface Sale {
  readonly invoice: Invoice;
  readonly way: 'cart' | 'quote';
  /** In pounds, net, with each line rounded half-up. */
  readonly total: string;
}

/** The key of all that is sent for a sale, and the buyer's own number on its order: by it a sale is never made twice. */
export const keyOf = (sale: Sale): string => `${KEY_PREFIX}${sale.invoice.number}`;
export const KEY_PREFIX = 'uci-';
