import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { refuseUnapproved } from '../peers/accounts.ts';
import { moveFor } from './move-quote.ts';
import { repriceQuote } from './reprice-quote.ts';

/** The buyer asks for an offer: the first time, again after editing or a rejection, or to renegotiate what was published. [QUOTE-14, QUOTE-39] */
export async function requestQuote(context: QuotesContext, request: { quoteId: string; comment?: string | null; expectedVersion?: number | null }): Promise<Quote> {
  await refuseUnapproved(context.ask, requireViewer(context));
  await repriceQuote(context, request.quoteId); // what is asked for is asked for at the prices of today
  return moveFor(context, 'request', request);
}
