import { minorFrom, moneyOf, sum } from '#kernel/money.ts';
import type { DraftLine } from '../domain/change-lines.ts';
import { pricingOf, totalsOf, type DocumentPrice } from '../domain/document-price.ts';
import { findGaps, type Demands } from '../domain/find-gaps.ts';
import { findProblems, priceLine, type CartPricing, type TaxAmount } from '../domain/price-cart.ts';
import { priceHash } from '../domain/price-hash.ts';
import type { StandingLine, Touched } from '../domain/standing-lines.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import type { PricedCart } from './price-drafts.ts';

export interface PricedLines {
  readonly changes: PricedCart['changes'];
  readonly after: StandingLine[];
}

/**
 * What a cart costs, from what it cost, without the touched lines as they were and with them as they are; to the last digit
 * what asking about all lines would have come to. Undefined where a touched line has no price.
 */
export function priceTouched(cart: Cart, drafts: readonly DraftLine[], touched: Touched & { readonly left: readonly CartLine[] }, document: DocumentPrice, demands: Demands): PricedLines | undefined {
  const { currency } = cart;
  if (document.currency !== currency) return undefined;
  const priced = new Map<DraftLine, CartLine>();
  const earlier = new Map(touched.left.map((line) => [line.id, line]));
  for (const [i, draft] of touched.asked.entries()) {
    const price = document.lines[i] && priceLine(document.lines[i], currency);
    if (!price) return undefined;
    const { changedById = null, changedAt = null } = earlier.get(draft.id) ?? {};
    priced.set(draft, { configuration: null, agreementId: null, shipping: null, billTo: null, endCustomer: null, fields: null, note: null, changedById, changedAt, ...draft, ...price, cartId: cart.id, accountId: cart.accountId });
  }
  const after = drafts.map((draft) => priced.get(draft) ?? (draft as StandingLine));
  const totals = addUp(cart, touched.left, totalsOf(document, currency, []));
  const pricing = joinPricing(cart, touched.left, pricingOf(document));
  const problems = [...findProblems([...priced.values()], document, new Map(), currency), ...findGaps(cart, after, pricing, demands)];
  return { after, changes: { ...totals, currency, lineCount: after.length, priceHash: priceHash(currency, after, { ...totals, taxes: pricing.taxes }), problems, pricing, stale: false } };
}

type Totals = Pick<Cart, 'subtotalMinor' | 'discountTotalMinor' | 'taxTotalMinor' | 'shippingTotalMinor' | 'totalMinor'>;

function addUp(cart: Cart, left: readonly CartLine[], now: Totals): Totals {
  const goods = sum(left.map(({ totalMinor }) => totalMinor));
  const taxes = sum(left.flatMap((line) => line.taxes.map(({ amount }) => minorFrom(amount, cart.currency))));
  return {
    subtotalMinor: cart.subtotalMinor - goods + now.subtotalMinor,
    discountTotalMinor: now.discountTotalMinor,
    taxTotalMinor: cart.taxTotalMinor - taxes + now.taxTotalMinor,
    shippingTotalMinor: now.shippingTotalMinor,
    totalMinor: cart.totalMinor - goods - (cart.pricing.pricesIncludeTax ? 0n : taxes) + now.totalMinor,
  };
}

function joinPricing({ pricing: before, currency }: Cart, left: readonly CartLine[], now: CartPricing): CartPricing {
  const text = (minor: bigint): string => moneyOf(minor, currency).amount;
  const taxes = new Map<string, { tax: TaxAmount; base: bigint; amount: bigint }>();
  const count = (all: readonly TaxAmount[], sign: bigint): void => {
    for (const tax of all) {
      const key = `${tax.code} ${tax.rate}`;
      const { base = 0n, amount = 0n } = taxes.get(key) ?? {};
      taxes.set(key, { tax, base: base + sign * minorFrom(tax.base, currency), amount: amount + sign * minorFrom(tax.amount, currency) });
    }
  };
  count(before.taxes, 1n);
  for (const line of left) count(line.taxes, -1n);
  count(now.taxes, 1n);
  return {
    ...now,
    taxes: [...taxes.values()].map(({ tax, base, amount }) => ({ ...tax, base: text(base), amount: text(amount) })),
    taxRelief: text(minorFrom(before.taxRelief, currency) + minorFrom(now.taxRelief, currency)),
    promotionIds: [...new Set([...before.promotionIds, ...now.promotionIds])],
  };
}
