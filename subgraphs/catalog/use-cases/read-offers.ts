import { refuse } from '#kernel/errors.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import type { Counted } from '../domain/availability.ts';
import type { Ratio } from '../domain/convert-quantity.ts';
import { isComposed } from '../domain/item-types.ts';
import { makeOffer, type Offer, type OfferRequest } from '../domain/make-offer.ts';
import type { Known } from './read-offer-facts.ts';
import { readComposedStock } from './read-stock.ts';
import { factorOf, readUnits } from './read-units.ts';

const MOST = 2_000;

/** Prices and stock of many lines at once, in the order asked; on the way of every change to a cart. */
export async function readOffers(context: CatalogContext, requests: readonly OfferRequest[]): Promise<Offer[]> {
  if (requests.length > MOST) throw refuse('BAD_USER_INPUT', `At most ${MOST} offers can be asked for at once.`, { requests: requests.length });
  if (requests.length === 0) return [];
  const { offerFacts, clock, viewer } = context;
  const skus = [...new Set(requests.map(({ sku }) => sku))];
  const [products, prices] = await Promise.all([offerFacts.products(skus), offerFacts.prices(skus)]);
  const [factors, kits] = await Promise.all([readFactors(context, requests, products), readKits(context, products)]);
  const seesAll = viewer !== null && isSeller(viewer); // the seller's people quote whatever there is
  const at = clock.now();
  return requests.map((request) => {
    const { sku } = request;
    const known = products.get(sku);
    const offered = known && (known.sold || seesAll) ? { product: known.product, stock: kits.get(sku) ?? known.stock } : {};
    return makeOffer(request, { prices: [], ...offered, ...prices.get(sku), factor: factors.get(keyOf(request)), at });
  });
}

const keyOf = ({ sku, uom }: OfferRequest): string => `${sku}\n${uom}`;

/** Most lines are in the primary unit, and cost no statement more. */
async function readFactors({ db }: CatalogContext, requests: readonly OfferRequest[], products: ReadonlyMap<string, Known>): Promise<Map<string, Ratio | undefined>> {
  const others = requests.filter(({ sku, uom }) => uom != null && uom !== products.get(sku)?.product?.primaryUom);
  if (others.length === 0) return new Map();
  const units = await readUnits(db.sql, [...new Set(others.map(({ sku }) => sku))]);
  return new Map(others.map((request) => [keyOf(request), factorOf(units.get(request.sku), request.uom)]));
}

async function readKits({ db }: CatalogContext, products: ReadonlyMap<string, Known>): Promise<Map<string, Counted>> {
  const kits = [...products].flatMap(([sku, { product }]) => (product && isComposed(product.itemType) ? [{ sku, itemType: product.itemType, indivisible: product.indivisible }] : []));
  return kits.length === 0 ? new Map() : readComposedStock(db.sql, kits);
}
