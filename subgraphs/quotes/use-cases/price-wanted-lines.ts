import { refuse } from '#kernel/errors.ts';
import type { QuotesContext } from '../context.ts';
import { priceLines, type DraftLine, type PricedLine } from '../domain/price-quote.ts';
import { askOffers } from '../peers/catalog.ts';

export interface PricedDocument {
  readonly currency: string;
  readonly lines: readonly PricedLine[];
}

/** Prices lines for a buyer, whoever edits them: a rep's own prices are nobody's offer. */
export async function priceWantedLines(
  context: QuotesContext,
  buyer: { ownerId: string; accountId: string; currency?: string },
  lines: readonly DraftLine[],
): Promise<PricedDocument> {
  const ask = context.viewer?.id === buyer.ownerId ? context.ask : context.askAs({ ...context, viewer: { id: buyer.ownerId, kind: 'BUYER', accountId: buyer.accountId, permissions: [] } });
  const offers = await askOffers(ask, lines);
  const currency = buyer.currency ?? offers.find((offer) => offer.currency !== null)?.currency;
  if (currency == null) {
    priceLines(lines, offers, ''); // refuses with what is wrong with the first line
    throw refuse('PRICE_NOT_FOUND', 'There is no price for any of these products.');
  }
  return { currency, lines: priceLines(lines, offers, currency) };
}
