import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { moveFor } from './move-quote.ts';

/** An assigned quote goes back to where any rep can take it. [QUOTE-14] */
export function unassignQuote(context: QuotesContext, quoteId: string): Promise<Quote> {
  return moveFor(context, 'unassign', { quoteId, set: () => ({ salesRepId: null }) });
}
