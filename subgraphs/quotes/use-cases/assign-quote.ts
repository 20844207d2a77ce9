import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { moveFor } from './move-quote.ts';

/** A sales rep takes a requested quote. Nobody hands one to a colleague: who a colleague is, is not this subgraph's to know. [QUOTE-19] */
export async function assignQuote(context: QuotesContext, { quoteId, salesRepId }: { quoteId: string; salesRepId?: string | null }): Promise<Quote> {
  const viewer = requireViewer(context);
  return moveFor(context, 'assign', {
    quoteId,
    set: () => {
      if (salesRepId != null && salesRepId !== viewer.id) throw refuse('FORBIDDEN', 'A sales rep assigns a quote to himself only.', { salesRepId });
      return { salesRepId: viewer.id };
    },
  });
}
