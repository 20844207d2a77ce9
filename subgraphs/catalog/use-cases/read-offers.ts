import { refuse } from '#kernel/errors.ts';
import { isSeller, type Viewer } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import { priceDocument } from '../domain/engine/price-document.ts';
import type { PricedDocument } from '../domain/engine/priced-document.ts';
import { makeOffer, type Offer, type OfferRequest } from '../domain/make-offer.ts';

const MOST = 2_000;

type Asked = Pick<CatalogContext, 'config' | 'pricingFacts' | 'clock' | 'viewer'>;

/** Prices and stock of many lines at once, in the order asked; on the way of every change to a cart. */
export async function readOffers(context: Asked, requests: readonly OfferRequest[]): Promise<Offer[]> {
  if (requests.length > MOST) throw refuse('BAD_USER_INPUT', `At most ${MOST} offers can be asked for at once.`, { requests: requests.length });
  return offersOf(context, requests);
}

/** The same, for questions that are bounded by what they come from. */
export async function offersOf(context: Asked, requests: readonly OfferRequest[]): Promise<Offer[]> {
  const { lines, currency } = await priceAlone(context, requests);
  return lines.map((line) => makeOffer(line, currency));
}

/** Lines as the viewer would pay them, each by itself: what a document would take off as a whole is not in them. */
export async function priceAlone({ config, pricingFacts, clock, viewer }: Asked, requests: readonly OfferRequest[]): Promise<Pick<PricedDocument, 'lines' | 'currency'>> {
  if (requests.length === 0) return { lines: [], currency: '' };
  const request = {
    site: config.site,
    accountId: viewer?.accountId ?? '',
    guest: viewer === null || viewer.kind === 'GUEST',
    wholeCatalog: seesWholeCatalog(viewer),
    at: clock.now(),
    mode: 'CART' as const,
    promotionCodes: [],
    lines: requests.map(({ sku, quantity, uom }, i) => ({ id: String(i), sku, quantity, uom })),
  };
  return priceDocument(request, await pricingFacts(request));
}

/** The seller's people quote whatever there is, whether the site sells it or not. */
export const seesWholeCatalog = (viewer: Viewer | null): boolean => viewer !== null && isSeller(viewer);
