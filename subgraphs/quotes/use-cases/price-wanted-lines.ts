import type { QuotesContext } from '../context.ts';
import { priceQuote, type DraftLine, type PricedQuote } from '../domain/price-quote.ts';
import { NO_TERMS, refuseVainTerms, type QuoteTerms } from '../domain/quote-terms.ts';
import { askPrice } from '../peers/catalog.ts';

export interface PricedFor {
  readonly accountId: string;
  /** That of the site for a new quote; a quote stays in its own. */
  readonly currency?: string;
  readonly terms?: QuoteTerms;
}

/** Prices lines for the account of the buyer, whoever edits them: a rep's own prices are nobody's offer. */
export async function priceWantedLines({ ask }: Pick<QuotesContext, 'ask'>, { accountId, currency, terms = NO_TERMS }: PricedFor, lines: readonly DraftLine[], wanted = terms): Promise<PricedQuote> {
  const answer = await askPrice(ask, { accountId, currency, terms: wanted, lines });
  if (wanted !== terms) refuseVainTerms(terms, wanted, answer);
  return priceQuote(lines, answer);
}
