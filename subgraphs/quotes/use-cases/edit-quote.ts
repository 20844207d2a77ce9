import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { moveFor } from './move-quote.ts';

/** The buyer takes a requested or published quote back to change it; sales reps lose sight of it. [QUOTE-18, QUOTE-27, QUOTE-32] */
export function editQuote(context: QuotesContext, quoteId: string): Promise<Quote> {
  return moveFor(context, 'edit', { quoteId });
}
