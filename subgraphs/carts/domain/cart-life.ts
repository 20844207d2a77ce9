import { endOfDay } from '#kernel/time-zone.ts';
import type { CartNameKey } from './cart-names.ts';

export interface Lifetimes {
  readonly activeDays: number;
  readonly savedDays: number;
}

/** The last moment a cart is kept: nameless ones for the days of active carts, named ones for those of saved ones. [CART-50, CART-51] */
export function endOfLife(cart: { readonly name?: string | null; readonly nameKey: CartNameKey; readonly timeZone: string }, now: Date, { activeDays, savedDays }: Lifetimes): Date {
  const nameless = cart.name == null && cart.nameKey === 'DEFAULT';
  return endOfDay(now, nameless ? activeDays : savedDays, cart.timeZone);
}

const MINUTE_MS = 60_000;

/** Longer than any checkout takes: what is being bought never changes underneath. Orders give up before. */
export const endOfHold = (now: Date): Date => new Date(now.getTime() + 30 * MINUTE_MS);

/** A quote is priced and written at once. */
export const endOfQuoteHold = (now: Date): Date => new Date(now.getTime() + 2 * MINUTE_MS);
