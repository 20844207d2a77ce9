import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { moveFor } from './move-quote.ts';

/** The seller takes a published offer back. [QUOTE-28] */
export function recallQuote(context: QuotesContext, quoteId: string): Promise<Quote> {
  return moveFor(context, 'recall', { quoteId });
}
