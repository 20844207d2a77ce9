import { refuse } from '#kernel/errors.ts';
import { compare, fromMicro } from '#kernel/quantity.ts';
import { inverse, ONE, roundedDown, type Ratio } from './convert-quantity.ts';

export interface Availability {
  readonly available: string | null;
  readonly onHand: string | null;
  readonly reserved: string | null;
  readonly inStock: boolean;
  readonly quantity: string;
  readonly on: Date;
  readonly incoming: string | null;
  readonly availableOn: Date | null;
  readonly message: string;
}

export interface Counted {
  readonly onHandMicro: bigint;
  readonly reservedMicro: bigint;
}

/** Goods that are on their way. */
export interface Incoming {
  readonly expectedOn: Date;
  readonly quantityMicro: bigint;
}

export interface AvailabilityQuestion {
  readonly stock: Counted | undefined;
  readonly supplies: readonly Incoming[];
  readonly quantity: string;
  /** Of the unit the quantity is in. */
  readonly factor?: Ratio;
  readonly on: Date;
  readonly now: Date;
  /** What lies there and what others hold is nobody's business but the seller's. */
  readonly forSeller: boolean;
}

const startOfDay = (moment: Date): number => moment.getTime() - (moment.getTime() % 86_400_000);

/** The day something is needed: today when nobody said, never a day that is over. [CART-79] */
export function readNeededOn(on: Date | null | undefined, now: Date): Date {
  if (!on) return now;
  if (startOfDay(on) < startOfDay(now)) throw refuse('BAD_USER_INPUT', `${on.toISOString().slice(0, 10)} is over; ask for today or a later day.`, { on: on.toISOString() });
  return on;
}

/** @returns decimal text in the unit of the factor; null when the product is not tracked */
export const availableOf = (stock: Counted | undefined, factor: Ratio = ONE): string | null => (stock ? inUnit(stock.onHandMicro - stock.reservedMicro, factor) : null);

const inUnit = (micro: bigint, factor: Ratio): string => fromMicro(roundedDown(micro, inverse(factor)));

/** What can be promised for a day: what is free now, and what will have come in by then. Supplies that are overdue are no promise. [CART-78] */
export function availabilityOf({ stock, supplies, quantity, factor = ONE, on, now, forSeller }: AvailabilityQuestion): Availability {
  if (!stock) return { available: null, onHand: null, reserved: null, incoming: null, inStock: true, quantity, on, availableOn: now, message: 'Available.' };
  const free = stock.onHandMicro - stock.reservedMicro;
  const coming = supplies.filter(({ expectedOn }) => startOfDay(expectedOn) >= startOfDay(now)).toSorted((a, b) => a.expectedOn.getTime() - b.expectedOn.getTime());
  const incoming = coming.filter(({ expectedOn }) => startOfDay(expectedOn) <= startOfDay(on)).reduce((sum, { quantityMicro }) => sum + quantityMicro, 0n);
  const available = inUnit(free + incoming, factor);
  const inStock = compare(available, quantity) >= 0;
  const availableOn = firstDayWith(quantity, free, coming, factor, now);
  return {
    available,
    onHand: forSeller ? inUnit(stock.onHandMicro, factor) : null,
    reserved: forSeller ? inUnit(stock.reservedMicro, factor) : null,
    incoming: inUnit(incoming, factor),
    inStock,
    quantity,
    on,
    availableOn,
    message: inStock ? 'Available.' : availableOn ? `Available from ${availableOn.toISOString().slice(0, 10)}; ${available} before.` : `${available} available; no supply is planned for the rest.`,
  };
}

function firstDayWith(quantity: string, free: bigint, coming: readonly Incoming[], factor: Ratio, now: Date): Date | null {
  let sum = free;
  if (compare(inUnit(sum, factor), quantity) >= 0) return now;
  for (const { expectedOn, quantityMicro } of coming) {
    sum += quantityMicro;
    if (compare(inUnit(sum, factor), quantity) >= 0) return expectedOn;
  }
  return null;
}
