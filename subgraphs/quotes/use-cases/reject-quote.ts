import type { QuotesContext } from '../context.ts';
import { readReason } from '../domain/read-reason.ts';
import type { Quote } from '../entities/quote.ts';
import { moveFor } from './move-quote.ts';

/** The sales rep declines to make an offer; the buyer may ask again. [QUOTE-38] */
export function rejectQuote(context: QuotesContext, { quoteId, reason }: { quoteId: string; reason: string }): Promise<Quote> {
  return moveFor(context, 'reject', { quoteId, set: () => ({ reason: readReason(reason) }) });
}
