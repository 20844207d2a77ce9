import type { QuotesContext } from '../context.ts';
import { moveFor } from './move-quote.ts';
import { offerTime } from './read-offer-time.ts';

/** A sales rep clears a canceled quote away: nobody can read it any more, though its history stays in the tables. [QUOTE-41] */
export async function deleteQuote(context: QuotesContext, quoteId: string): Promise<string> {
  const { id } = await moveFor(context, 'delete', { quoteId, set: async (_quote, _actor, tx) => ({ deletedAt: await offerTime(context, tx.sql) }) });
  return id;
}
