import { QUOTE_STATUSES, type QuoteStatus } from './quote-lifecycle.ts';

/** Whether a quote follows the prices of the day. What was asked for, offered or ordered stands as it is, whatever moves. */
const FOLLOWS_PRICES: { readonly [S in QuoteStatus]: boolean } = {
  CART_IN_PROGRESS: true,
  DRAFTING: true,
  EDITING: true,
  QUOTE_REQUESTED: false,
  ASSIGNED: false,
  PUBLISHED: false,
  SUBMITTED: false,
  EXPIRED: false,
  REJECTED: false,
  CANCELED: false,
};

export const REPRICED_STATUSES: readonly QuoteStatus[] = QUOTE_STATUSES.filter((status) => FOLLOWS_PRICES[status]);

export interface Marked {
  readonly status: QuoteStatus;
  /** Counts what moved under the quote. */
  readonly staleMark: number;
  /** The count its prices were looked up at: a mark that comes while they are is not lost. */
  readonly pricedMark: number;
}

export const isStale = ({ status, staleMark, pricedMark }: Marked): boolean => FOLLOWS_PRICES[status] && staleMark > pricedMark;
