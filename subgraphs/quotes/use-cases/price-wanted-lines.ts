import { refuse } from '#kernel/errors.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { QuotesContext } from '../context.ts';
import { priceLines, type DraftLine, type PricedLine } from '../domain/price-quote.ts';
import { askOffers } from '../peers/catalog.ts';

export interface PricedDocument {
  readonly currency: string;
  readonly lines: readonly PricedLine[];
}

export interface PricedFor {
  readonly ownerId: string;
  readonly accountId: string;
  readonly currency?: string;
}

/** Prices lines for a buyer, whoever edits them: a rep's own prices are nobody's offer. */
export async function priceWantedLines(context: QuotesContext, buyer: PricedFor, lines: readonly DraftLine[]): Promise<PricedDocument> {
  const offers = await askOffers(askFor(context, buyer), lines);
  const currency = buyer.currency ?? offers.find((offer) => offer.currency !== null)?.currency;
  if (currency == null) {
    priceLines(lines, offers, ''); // refuses with what is wrong with the first line
    throw refuse('PRICE_NOT_FOUND', 'There is no price for any of these products.');
  }
  return { currency, lines: priceLines(lines, offers, currency) };
}

/** The question carries the buyer's account and no rights of his: prices are all it can bring back. */
function askFor({ viewer, ask, askAs, requestId, trace }: QuotesContext, { ownerId, accountId }: PricedFor): AskPeer {
  if (viewer?.id === ownerId) return ask;
  return askAs({ viewer: { id: ownerId, kind: 'BUYER', accountId, permissions: [] }, requestId, trace });
}
