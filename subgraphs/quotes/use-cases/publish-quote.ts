import { refuse } from '#kernel/errors.ts';
import type { QuotesContext } from '../context.ts';
import { priceHash } from '../domain/price-hash.ts';
import type { Quote } from '../entities/quote.ts';
import { moveFor } from './move-quote.ts';
import { linesOf } from './quote-lines.ts';

export interface Publication {
  readonly quoteId: string;
  readonly expiresAt?: Date | null;
  readonly comment?: string | null;
  readonly expectedVersion?: number | null;
}

/** The sales rep sends prices back to the buyer; the quote is now an offer with an end. [QUOTE-23, QUOTE-24, QUOTE-29] */
export async function publishQuote(context: QuotesContext, { expiresAt, ...publication }: Publication): Promise<Quote> {
  const end = expiresAt ?? context.clock.inDays(context.config.daysToLive);
  return moveFor(context, 'publish', {
    ...publication,
    set: async (quote, _actor, tx) => {
      if (end <= context.clock.now()) throw refuse('BAD_USER_INPUT', 'An offer ends in the future.', { expiresAt: end.toISOString() });
      return { expiresAt: end, priceHash: priceHash({ ...quote, expiresAt: end }, await linesOf(tx.sql, quote.id)) };
    },
  });
}
