import { refuse } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import { makeOffer, type Offer, type OfferRequest } from '../domain/make-offer.ts';
import { readPriceList, readPrices, readProducts, readStock } from './read-catalog.ts';

const MOST = 2_000;

/** Prices and stock of many lines at once, in the order asked; on the way of every change to a cart. */
export async function readOffers({ db: { sql }, config, clock }: CatalogContext, requests: readonly OfferRequest[]): Promise<Offer[]> {
  if (requests.length > MOST) throw refuse('BAD_USER_INPUT', `At most ${MOST} offers can be asked for at once.`, { requests: requests.length });
  const skus = [...new Set(requests.map(({ sku }) => sku))];
  const [list, products, prices, stock] = await Promise.all([
    readPriceList(sql, config.sitePriceList),
    readProducts(sql, skus),
    readPrices(sql, config.sitePriceList, skus),
    readStock(sql, skus),
  ]);
  const at = clock.now();
  return requests.map((request) => {
    const { sku } = request;
    return makeOffer(request, { product: products.get(sku), stock: stock.get(sku), prices: prices.get(sku) ?? [], list, at });
  });
}
