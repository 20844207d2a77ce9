import { refuse } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import type { OfferRequest } from '../domain/make-offer.ts';
import { priceFromOutside, stockFromOutside, type AnsweredOffer } from '../domain/offer-from-outside.ts';
import { stockLinesOf, unitKey } from './ask-outside.ts';
import { readOffers } from './read-offers.ts';

export interface OfferWish {
  /** Asks an outside price system itself, and refuses when it does not answer: never a price of before. [EXT-05] */
  readonly forcePrices?: boolean | null;
  /** Likewise the stock of these SKUs. [EXT-07] */
  readonly forceStockOf?: readonly string[] | null;
  /** Names and flags are all that is wanted: nothing outside is asked. */
  readonly factsOnly?: boolean | null;
}

/** Offers from our own tables, with prices and stock of outside systems in their place where there are such: one call to each, however many lines. */
export async function answerOffers(context: CatalogContext, requests: readonly OfferRequest[], { forcePrices, forceStockOf, factsOnly }: OfferWish): Promise<AnsweredOffer[]> {
  const offers = await readOffers(context, requests);
  if (factsOnly) return offers;
  const [prices, stock] = await Promise.all([askPrices(context, offers, forcePrices === true), askStock(context, offers, new Set(forceStockOf))]);
  return offers.map((offer, i) => stock(prices(offer, i), i));
}

type Change = (offer: AnsweredOffer, i: number) => AnsweredOffer;
const unchanged: Change = (offer) => offer;

/** Only what has a list price is asked for: without one it is not for sale here, and nobody knows the currency. [EXT-03] */
async function askPrices({ outside, viewer, clock }: CatalogContext, offers: readonly AnsweredOffer[], force: boolean): Promise<Change> {
  const asked = offers.flatMap((offer, i) => (offer.problem === null ? [i] : []));
  const currency = offers.find((offer) => offer.currency !== null)?.currency;
  if (!outside.prices || !currency) return unchanged;
  const lines = asked.map((i) => offers[i] as AnsweredOffer).map(({ sku, uom, quantity }) => ({ sku, uom, quantity }));
  const answers = await outside.prices.prices({ accountId: viewer?.accountId ?? null, currency, at: clock.now(), lines, force });
  const missing = lines.filter((_, i) => isProblem(answers[i], 'PRICE_UNAVAILABLE')).map(({ sku }) => sku);
  if (force && missing.length > 0) {
    throw refuse('PRICE_UNAVAILABLE', 'The price of today could not be had, and no other will do here. Nothing was changed; try again in a moment.', { skus: missing, retriable: true });
  }
  const byIndex = new Map(asked.map((i, n) => [i, answers[n]]));
  return (offer, i) => {
    const answer = byIndex.get(i);
    return answer ? priceFromOutside(offer, answer) : offer;
  };
}

async function askStock({ outside }: CatalogContext, offers: readonly AnsweredOffer[], forced: ReadonlySet<string>): Promise<Change> {
  if (!outside.inventory) return unchanged;
  const lines = stockLinesOf(offers).map(({ sku, uom }) => ({ sku, uom, force: forced.has(sku) }));
  if (lines.length === 0) return unchanged;
  const answers = await outside.inventory.availability(lines);
  const missing = lines.filter(({ force }, i) => force && isProblem(answers[i], 'AVAILABILITY_UNKNOWN')).map(({ sku }) => sku);
  if (missing.length > 0) {
    throw refuse('AVAILABILITY_UNKNOWN', 'Whether so much can be had could not be found out. Nothing was changed; try again in a moment.', { skus: missing, retriable: true });
  }
  const byUnit = new Map(lines.map((line, i) => [unitKey(line), answers[i]]));
  return (offer) => {
    const answer = byUnit.get(unitKey(offer));
    return answer ? stockFromOutside(offer, answer) : offer;
  };
}

const isProblem = (answer: object | undefined, problem: string): boolean => answer !== undefined && 'problem' in answer && answer.problem === problem;
