import type { CartsContext } from '../context.ts';
import type { CartDraft } from '../domain/cart-draft.ts';
import { findGaps } from '../domain/find-gaps.ts';
import type { CartProblem } from '../domain/price-cart.ts';
import type { StandingLine } from '../domain/standing-lines.ts';
import type { Cart } from '../entities/cart.ts';
import type { PricedCart } from './price-drafts.ts';

/** Problems that no look at the catalog mends. */
const OF_THE_BUYER: ReadonlySet<string> = new Set(['FIELD_REQUIRED', 'CONTACT_REQUIRED', 'END_CUSTOMER_REQUIRED', 'PRICE_CHANGED']);

/** Whether what the cart costs is known, so that it need not be asked when nothing that moves it has changed. */
export const hasKnownPrices = ({ stale, problems }: { readonly stale: boolean; readonly problems: readonly CartProblem[] }): boolean => !stale && problems.every(({ code }) => OF_THE_BUYER.has(code));

/** What a cart costs after a change that moves no price: the same, with what is still to be said looked at anew. [CHK-18] */
export function keepPrices({ config }: CartsContext, cart: Cart, { settings }: CartDraft, after: readonly StandingLine[]): PricedCart['changes'] {
  const { currency, subtotalMinor, discountTotalMinor, taxTotalMinor, shippingTotalMinor, totalMinor, priceHash, pricing } = cart;
  const problems = findGaps({ ...cart, ...settings }, after, pricing, config);
  return { currency, lineCount: after.length, subtotalMinor, discountTotalMinor, taxTotalMinor, shippingTotalMinor, totalMinor, priceHash, problems, pricing, stale: false };
}
