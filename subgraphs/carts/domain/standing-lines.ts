import type { CartSettings } from './cart-draft.ts';
import { sameStart } from './same-start.ts';
import type { DraftLine } from './change-lines.ts';
import type { CartPricing, CartProblem, LinePrice } from './price-cart.ts';

/** Carts of up to so many lines are priced whole with each change; of larger ones only what the change touches, where that comes to the same. */
export const WHOLE_UP_TO = 50;

/** A line with its price, and perhaps without how the price came about. */
export interface StandingLine extends DraftLine, Omit<LinePrice, 'taxes' | 'explanation'> {
  readonly uom: string;
}

/** Problems that are found without asking the catalog. */
const SAID_ANEW: ReadonlySet<string> = new Set(['FIELD_REQUIRED', 'CONTACT_REQUIRED', 'END_CUSTOMER_REQUIRED']);

interface Standing extends CartSettings {
  readonly pricing: CartPricing;
  readonly problems: readonly CartProblem[];
  readonly stale: boolean;
}

export interface Touched {
  /** New and changed lines, and all that hold the same products: what stock is left is shared by them. */
  readonly asked: readonly DraftLine[];
  /** As they were; those that are gone too. */
  readonly left: readonly StandingLine[];
}

/** What the catalog must be asked about so that the answer is that of asking about everything; undefined when only that will do. [CART-62] */
export function findTouched(cart: Standing, before: readonly StandingLine[], settings: CartSettings, after: readonly DraftLine[]): Touched | undefined {
  const { pricing } = cart;
  if (pricing.standing === null || cart.stale || cart.problems.some(({ code }) => !SAID_ANEW.has(code))) return undefined;
  if (settings.agreementId !== cart.agreementId || settings.shipToCountry !== cart.shipToCountry || settings.shippingMethod != null || settings.promotionCodes.length > 0) return undefined;
  if (after.some(({ agreementId, shipping }) => agreementId != null || shipping)) return undefined;

  const same = sameStart(before, after);
  const known = new Set<DraftLine>(before.slice(same));
  const changed = after.slice(same).filter((line) => !known.has(line));
  const skus = new Set(changed.map(({ sku }) => sku));
  const asked = after.filter(({ sku }) => skus.has(sku));
  if (asked.length === 0 || asked.length === after.length) return undefined;
  const left = after.length - changed.length === before.length ? before.filter(({ sku }) => skus.has(sku)) : lacking(before, after, skus);
  const staysIn = new Set(asked.map(({ id }) => id));
  const isGone = left.some(({ id }) => !staysIn.has(id));
  // What a line took part in is told of the cart only: it cannot be taken out again.
  const partsUnknown = pricing.promotionIds.length > 0 || Number(pricing.taxRelief) !== 0;
  if ((left.length > 0 && partsUnknown) || (isGone && pricing.taxes.length > 0)) return undefined;
  return { asked, left };
}

/** Lines that did not stay as they were: changed, gone, or of a product that is asked about. */
function lacking(before: readonly StandingLine[], after: readonly DraftLine[], skus: ReadonlySet<string>): StandingLine[] {
  const kept = new Set(after.filter(({ sku }) => !skus.has(sku)));
  return before.filter((line) => !kept.has(line));
}
