import { refuse } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import { makeOffer, type Offer, type OfferRequest } from '../domain/make-offer.ts';
import { findPrices, findProducts } from './read-offer-facts.ts';

const MOST = 2_000;

/** Prices and stock of many lines at once, in the order asked; on the way of every change to a cart. */
export async function readOffers({ db, config, clock }: CatalogContext, requests: readonly OfferRequest[]): Promise<Offer[]> {
  if (requests.length > MOST) throw refuse('BAD_USER_INPUT', `At most ${MOST} offers can be asked for at once.`, { requests: requests.length });
  if (requests.length === 0) return [];
  const skus = [...new Set(requests.map(({ sku }) => sku))];
  const [products, prices] = await Promise.all([findProducts(db.sql, skus), findPrices(db.sql, config.sitePriceList, skus)]);
  const at = clock.now();
  return requests.map((request) => makeOffer(request, { prices: [], ...products.get(request.sku), ...prices.get(request.sku), at }));
}
