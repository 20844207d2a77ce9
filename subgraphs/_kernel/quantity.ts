import { readScaled, scaledText } from '#kernel/decimal-text.ts';
import { refuse } from '#kernel/errors.ts';

/** Quantities live in tables as millionths, so that SQL can compare them. */
const MAX_DECIMALS = 6;
const ONE = 1_000_000n;
const MAX_QUANTITY = 1_000_000_000n * ONE;

/** Canonical decimal text ("2.50" becomes "2.5"). Refuses negatives, more than six decimals and more than a thousand million. */
export function readQuantity(text: string): string {
  const micro = toMicro(text);
  if (micro < 0n) throw refuse('QUANTITY_INVALID', `A quantity cannot be ${text}.`, { quantity: text });
  if (micro > MAX_QUANTITY) throw refuse('QUANTITY_INVALID', `${text} is more than can be ordered at once.`, { quantity: text });
  return fromMicro(micro);
}

export function toMicro(quantity: string): bigint {
  const micro = readScaled(quantity, MAX_DECIMALS);
  if (micro === undefined) throw refuse('QUANTITY_INVALID', `${quantity} is not a quantity of at most ${MAX_DECIMALS} decimals.`, { quantity });
  return micro;
}

export const fromMicro = (micro: bigint): string => scaledText(micro, MAX_DECIMALS, 0);

export const isZero = (quantity: string): boolean => toMicro(quantity) === 0n;
export const isWhole = (quantity: string): boolean => toMicro(quantity) % ONE === 0n;
export const plus = (a: string, b: string): string => fromMicro(toMicro(a) + toMicro(b));
export const minus = (a: string, b: string): string => fromMicro(toMicro(a) - toMicro(b));
export const times = (a: string, b: string): string => scaledText(toMicro(a) * toMicro(b), 2 * MAX_DECIMALS, 0);

export function compare(a: string, b: string): number {
  const difference = toMicro(a) - toMicro(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
