import type { CatalogContext } from '../context.ts';
import type { OfferRequest } from '../domain/make-offer.ts';
import { priceFromOutside, type AnsweredOffer } from '../domain/offer-from-outside.ts';
import { askPrices, withOutsideStock, type Forced } from './ask-outside.ts';
import { offersOf, readOffers } from './read-offers.ts';

export interface OfferWish extends Forced {
  /** Names and flags are all that is wanted: nothing outside is asked. */
  readonly factsOnly?: boolean | null;
}

/** Offers from our own tables, with prices and stock of outside systems in their place where there are such: one call to each, however many lines. */
export async function answerOffers(context: CatalogContext, requests: readonly OfferRequest[], { forcePrices, forceStockOf, factsOnly }: OfferWish): Promise<AnsweredOffer[]> {
  const offers: readonly AnsweredOffer[] = await readOffers(context, requests);
  if (factsOnly) return [...offers];
  const [priced, stocked] = await Promise.all([withPrices(context, offers, forcePrices === true), withOutsideStock(context, offers, forceStockOf ?? [])]);
  return priced.map((offer, i) => ({ ...offer, available: stocked[i]?.available ?? null, stockUnknown: stocked[i]?.stockUnknown }));
}

/** Prices alone, however many lines: one question to the tables, one to an outside price system where there is one. */
export async function answerPrices(context: CatalogContext, requests: readonly OfferRequest[]): Promise<readonly AnsweredOffer[]> {
  return withPrices(context, await offersOf(context, requests), false);
}

/** Only what has a list price is asked for: without one it is not for sale here, and nobody knows the currency. [EXT-03] */
async function withPrices({ outside, viewer, clock }: CatalogContext, offers: readonly AnsweredOffer[], force: boolean): Promise<readonly AnsweredOffer[]> {
  const asked = offers.filter(({ problem }) => problem === null);
  const currency = asked[0]?.currency;
  if (!outside.prices || !currency) return offers;
  const answers = await askPrices(outside.prices, { accountId: viewer?.accountId ?? null, currency, at: clock.now(), lines: asked, force });
  const byOffer = new Map(asked.map((offer, i) => [offer, answers[i]]));
  return offers.map((offer) => {
    const answer = byOffer.get(offer);
    return answer ? priceFromOutside(offer, answer) : offer;
  });
}
