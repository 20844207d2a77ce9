import { refuse } from '#kernel/errors.ts';
import type { QuotesContext } from '../context.ts';
import { priceHash } from '../domain/price-hash.ts';
import type { Quote } from '../entities/quote.ts';
import { moveFor } from './move-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { linesOf } from './quote-lines.ts';
import type { QuotesTx } from './write-quote.ts';

const DAY_MS = 86_400_000;

export interface Publication {
  readonly quoteId: string;
  readonly expiresAt?: Date | null;
  readonly comment?: string | null;
  readonly expectedVersion?: number | null;
}

/** The sales rep sends prices back to the buyer; the quote is now an offer with an end. [QUOTE-23, QUOTE-24, QUOTE-29] */
export async function publishQuote(context: QuotesContext, { expiresAt, ...publication }: Publication): Promise<Quote> {
  return moveFor(context, 'publish', {
    ...publication,
    set: async (quote, _actor, tx) => {
      await requireHeard(context, tx, quote);
      const now = await offerTime(context, tx.sql);
      const end = expiresAt ?? new Date(now.getTime() + context.config.daysToLive * DAY_MS);
      if (end <= now) throw refuse('BAD_USER_INPUT', 'An offer ends in the future.', { expiresAt: end.toISOString() });
      return { expiresAt: end, extensionWanted: null, priceHash: priceHash({ ...quote, expiresAt: end }, await linesOf(tx.sql, quote.id)) };
    },
  });
}

/** Where the seller's CPQ has the last word, an offer waits for it: what it has not heard of may cost something else. */
async function requireHeard({ cpq, config }: QuotesContext, tx: QuotesTx, { id: quoteId, cartId, version }: Quote): Promise<void> {
  if (!cpq || config.cpqPublishUnheard || cartId == null) return;
  const mirror = await tx.sql.selectFrom('CartMirror').select('toldQuoteVersion').where('cartId', '=', cartId).executeTakeFirst();
  if (mirror && mirror.toldQuoteVersion < version) throw refuse('PRICE_UNAVAILABLE', 'The CPQ system has not answered for this quote yet; try again in a moment.', { quoteId, retriable: true });
}
