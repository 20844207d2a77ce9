export const EXPRESS_KINDS = ['CART', 'ITEMS'] as const;
/** A whole cart, or items and lists put together. */
export type ExpressKind = (typeof EXPRESS_KINDS)[number];

/** How a buyer wants express orders to be shipped and paid. [EXP-02] */
export interface ExpressTerms {
  readonly enabled: boolean;
  readonly shipToAddressId?: string | null;
  readonly billToAddressId?: string | null;
  /** A kind, or a method of the buyer's payment book such as a stored card: one of them. */
  readonly paymentKind?: string | null;
  readonly paymentMethodId?: string | null;
  readonly shippingMethod?: string | null;
}

export const NO_TERMS = { enabled: false, shipToAddressId: null, billToAddressId: null, paymentKind: null, paymentMethodId: null, shippingMethod: null } as const satisfies ExpressTerms;

/** Without these nothing can be ordered in one step; any way to ship will do. */
const NEEDED: readonly (readonly (keyof ExpressTerms)[])[] = [['shipToAddressId'], ['billToAddressId'], ['paymentKind', 'paymentMethodId']];

export const missingIn = (terms: ExpressTerms): string[] => NEEDED.filter((names) => names.every((name) => terms[name] == null)).map(([name]) => name ?? '');

const NAMES = Object.keys(NO_TERMS) as (keyof ExpressTerms)[];

/** Told again, preferences are the same, and what is bought under them still goes together. */
export const sameTerms = (a: ExpressTerms, b: ExpressTerms): boolean => NAMES.every((name) => (a[name] ?? null) === (b[name] ?? null));

/** Addresses and ways to pay that are gone from the buyer's books are cleared, and with them express checkout is off. [EXP-12] */
export function withoutLost(terms: ExpressTerms, lost: (id: string) => boolean): ExpressTerms {
  const kept = (id: string | null | undefined): string | null => (id == null || lost(id) ? null : id);
  const { shipToAddressId, billToAddressId, paymentMethodId } = terms;
  const after = { ...terms, enabled: false, shipToAddressId: kept(shipToAddressId), billToAddressId: kept(billToAddressId), paymentMethodId: kept(paymentMethodId) };
  return sameTerms({ ...after, enabled: terms.enabled }, terms) ? terms : after;
}

const MINUTE_MS = 60_000;

/** From when on an express order goes out, if nothing joins it before. [EXP-06] */
export const dueAt = (touchedAt: Date, minutes: number): Date => new Date(touchedAt.getTime() + minutes * MINUTE_MS);

/** What was touched at this moment or before is due now. */
export const lastDueTouch = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * MINUTE_MS);

/** Whether what is bought now may join an express order: within the interval, under the same preferences. The currency shows with the prices. [EXP-07] */
export function mayJoin(order: { readonly touchedAt: Date; readonly preferencesVersion: number }, preferencesVersion: number, now: Date, minutes: number): boolean {
  return order.preferencesVersion === preferencesVersion && now < dueAt(order.touchedAt, minutes);
}
