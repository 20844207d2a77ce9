import { refuse, type ErrorCode } from '#kernel/errors.ts';
import type { DraftLine } from '../domain/change-lines.ts';
import { pricingOf, totalsOf, type DocumentPrice } from '../domain/document-price.ts';
import { findGaps, type Demands } from '../domain/find-gaps.ts';
import { findProblems, priceLine, type Offer } from '../domain/price-cart.ts';
import { priceHash } from '../domain/price-hash.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import type { CartWithLines } from './read-cart.ts';

export interface PricedCart {
  readonly lines: CartLine[];
  /** What the root row takes over. */
  readonly changes: Pick<Cart, 'currency' | 'lineCount' | 'subtotalMinor' | 'discountTotalMinor' | 'taxTotalMinor' | 'shippingTotalMinor' | 'totalMinor' | 'priceHash' | 'problems' | 'pricing' | 'stale'>;
}

export interface PricingTerms extends Demands {
  /** Whether an untouched line that is on no list refuses the edit too. [CART-64] */
  readonly needsEveryPrice?: boolean;
  /** Lets a refusal of a line say more. */
  readonly refusing?: (lineId: string, refuseIt: () => never) => never;
}

/**
 * Puts prices on drafts. A new or changed line without a price refuses the edit; an untouched one keeps its last and is a
 * problem, except where every line needs one. [CART-62..64]
 */
export function priceDrafts(before: CartWithLines, drafts: readonly DraftLine[], document: DocumentPrice, { needsEveryPrice = false, refusing = (_, refuseIt) => refuseIt(), ...demands }: PricingTerms): PricedCart {
  const { cart } = before;
  const known = new Map(before.lines.map((line) => [line.id, line]));
  const currency = document.currency ?? cart.currency;
  const kept: bigint[] = [];
  const unpriced: Unpriced[] = [];
  const lines = drafts.map((draft, i): CartLine => {
    const offer = document.lines[i];
    const price = offer && priceLine(offer, currency);
    const earlier = known.get(draft.id);
    const { changedById = null, changedAt = null } = earlier ?? {}; // a draft of a large cart does not know
    const nothing = { agreementId: null, configuration: null, shipping: null, billTo: null, endCustomer: null, fields: null, note: null, changedById, changedAt };
    const place = { ...nothing, ...draft, cartId: cart.id, accountId: cart.accountId };
    if (price) return { ...place, ...price };
    if (earlier?.quantityMicro !== draft.quantityMicro || (needsEveryPrice && offer?.problem === 'PRICE_NOT_FOUND')) {
      unpriced.push({ draftId: draft.id, sku: draft.sku, offer, lineId: earlier?.id });
      return place as CartLine; // never written: the edit is refused below
    }
    kept.push(earlier.totalMinor);
    return { ...earlier, ...place, uom: earlier.uom };
  });
  const [first] = unpriced;
  if (first) refusing(first.draftId, () => refuseUnpriced(unpriced));
  const totals = totalsOf(document, currency, kept);
  const pricing = pricingOf(document);
  const problems = [...findProblems(lines, document, new Map(), currency), ...findGaps(cart, lines, pricing, demands)];
  return { lines, changes: { ...totals, currency, lineCount: lines.length, priceHash: priceHash(currency, lines, { ...totals, taxes: document.taxes }), problems, pricing, stale: false } };
}

const SENTENCES: { readonly [code: string]: string } = {
  UNKNOWN_SKU: 'is not a product of this shop.',
  UNKNOWN_UOM: 'is not sold in this unit of measure.',
  QUANTITY_INDIVISIBLE: 'is sold in whole units only.',
  QUANTITY_BELOW_MINIMUM: 'is not sold in so small a quantity.',
  QUANTITY_NOT_A_STEP: 'is sold in certain steps only.',
  PRICE_NOT_FOUND: 'has no price now.',
  CONFIGURATION_INVALID: 'cannot be had with what was chosen.',
  PRICE_UNAVAILABLE: 'has a price on request only at the moment; try again.',
};

interface Unpriced {
  readonly draftId: string;
  readonly sku: string;
  readonly offer: Offer | undefined;
  /** Of a line that was there before. */
  readonly lineId: string | undefined;
}

/** Refuses with what is wrong with the first of them, and names them all. [V.18] */
function refuseUnpriced(unpriced: readonly Unpriced[]): never {
  const lines = unpriced.map(({ sku, lineId, offer }) => ({ sku, lineId, code: offer?.problem ?? 'PRICE_NOT_FOUND' }));
  const [{ sku, lineId, code }] = lines as [(typeof lines)[number]];
  throw refuse(code as ErrorCode, `${sku} ${SENTENCES[code] ?? 'cannot be sold now.'}`, { sku, lineId, ...unpriced[0]?.offer?.configurationFault, lines });
}
