import type { QuotesContext } from '../context.ts';
import { readReason } from '../domain/read-reason.ts';
import type { Quote } from '../entities/quote.ts';
import { moveFor } from './move-quote.ts';

/** The buyer, or the rep who handles it, ends the negotiation for good. [QUOTE-40, QUOTE-42] */
export function cancelQuote(context: QuotesContext, { quoteId, reason }: { quoteId: string; reason?: string | null }): Promise<Quote> {
  return moveFor(context, 'cancel', { quoteId, set: () => ({ reason: readReason(reason) }) });
}
