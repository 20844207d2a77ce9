import type { QuotesContext } from '../context.ts';
import { priceQuote, type DraftLine, type PricedQuote } from '../domain/price-quote.ts';
import { NO_TERMS, refuseVainAgreements, refuseVainTerms, type QuoteTerms } from '../domain/quote-terms.ts';
import { askPrice } from '../peers/catalog.ts';

export interface PricedFor {
  readonly accountId: string;
  /** That of the site for a new quote; a quote stays in its own. */
  readonly currency?: string;
  readonly terms?: QuoteTerms;
}

/** What was there before somebody asked for something else. */
export interface Before {
  readonly terms: QuoteTerms;
  readonly lines: readonly DraftLine[];
}

/** Prices lines for the account of the buyer, whoever edits them: a rep's own prices are nobody's offer. */
export async function priceWantedLines({ ask }: Pick<QuotesContext, 'ask'>, { accountId, currency, terms = NO_TERMS }: PricedFor, lines: readonly DraftLine[], before?: Before): Promise<PricedQuote> {
  const answer = await askPrice(ask, { accountId, currency, terms, lines });
  if (before) {
    refuseVainTerms(before.terms, terms, answer);
    refuseVainAgreements(before.lines, lines, answer);
  }
  return priceQuote(lines, answer);
}
