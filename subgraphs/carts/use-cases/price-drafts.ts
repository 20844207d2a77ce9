import { refuse, type ErrorCode } from '#kernel/errors.ts';
import type { DraftLine } from '../domain/change-lines.ts';
import { pricingOf, totalsOf, type DocumentPrice } from '../domain/document-price.ts';
import { findProblems, priceLine, type Offer } from '../domain/price-cart.ts';
import { priceHash } from '../domain/price-hash.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import type { CartWithLines } from './read-cart.ts';

export interface PricedCart {
  readonly lines: CartLine[];
  /** What the root row takes over. */
  readonly changes: Pick<Cart, 'currency' | 'subtotalMinor' | 'discountTotalMinor' | 'taxTotalMinor' | 'shippingTotalMinor' | 'totalMinor' | 'priceHash' | 'problems' | 'pricing' | 'stale'>;
}

/**
 * Puts prices on drafts. A new or changed line without a price refuses the edit; an untouched one keeps its last and is a
 * problem. [CART-62, CART-63]
 */
export function priceDrafts(before: CartWithLines, drafts: readonly DraftLine[], document: DocumentPrice): PricedCart {
  const known = new Map(before.lines.map((line) => [line.id, line]));
  const currency = document.currency ?? before.cart.currency;
  const kept: bigint[] = [];
  const lines = drafts.map((draft, i): CartLine => {
    const offer = document.lines[i];
    const price = offer && priceLine(offer, currency);
    const place = { agreementId: null, ...draft, cartId: before.cart.id, accountId: before.cart.accountId };
    if (price) return { ...place, ...price };
    const earlier = known.get(draft.id);
    if (!earlier || earlier.quantityMicro !== draft.quantityMicro) throw refuseOffer(draft.sku, offer);
    kept.push(earlier.totalMinor);
    return earlier;
  });
  const totals = totalsOf(document, currency, kept);
  const problems = findProblems(lines, document.lines, new Map(), currency);
  return { lines, changes: { ...totals, currency, priceHash: priceHash(currency, lines, totals), problems, pricing: pricingOf(document), stale: false } };
}

const SENTENCES: { readonly [code: string]: string } = {
  UNKNOWN_SKU: 'is not a product of this shop.',
  UNKNOWN_UOM: 'is not sold in this unit of measure.',
  QUANTITY_INDIVISIBLE: 'is sold in whole units only.',
  QUANTITY_BELOW_MINIMUM: 'is not sold in so small a quantity.',
  QUANTITY_NOT_A_STEP: 'is sold in certain steps only.',
  PRICE_NOT_FOUND: 'has no price now.',
  PRICE_UNAVAILABLE: 'has a price on request only at the moment; try again.',
};

function refuseOffer(sku: string, offer: Offer | undefined): Error {
  const code = offer?.problem ?? 'PRICE_NOT_FOUND';
  return refuse(code as ErrorCode, `${sku} ${SENTENCES[code] ?? 'cannot be sold now.'}`, { sku });
}
