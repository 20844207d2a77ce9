import { Decimal } from 'decimal.js';
import { refuse } from '#kernel/errors.ts';

const MAX_DECIMALS = 6;
const MAX_QUANTITY = new Decimal('1000000000');
const DECIMAL = /^[+-]?\d+(\.\d+)?$/;

/** Wide enough that the product of two quantities is exact. */
const Exact = Decimal.clone({ precision: 60 });

/** Canonical decimal text ("2.50" becomes "2.5"). Refuses negatives, more than six decimals and more than a thousand million. */
export function readQuantity(text: string): string {
  const quantity = new Exact(DECIMAL.test(text) ? text : NaN);
  if (quantity.isNaN() || (quantity.isNegative() && !quantity.isZero())) throw refuse('QUANTITY_INVALID', `A quantity cannot be ${text}.`, { quantity: text });
  if (quantity.decimalPlaces() > MAX_DECIMALS) throw refuse('QUANTITY_INVALID', `${text} has more than ${MAX_DECIMALS} decimals.`, { quantity: text });
  if (quantity.greaterThan(MAX_QUANTITY)) throw refuse('QUANTITY_INVALID', `${text} is more than can be ordered at once.`, { quantity: text });
  return quantity.abs().toFixed();
}

export const isZero = (quantity: string): boolean => new Exact(quantity).isZero();
export const isWhole = (quantity: string): boolean => new Exact(quantity).isInteger();
export const plus = (a: string, b: string): string => new Exact(a).plus(b).toFixed();
export const minus = (a: string, b: string): string => new Exact(a).minus(b).toFixed();
export const times = (a: string, b: string): string => new Exact(a).times(b).toFixed();
export const compare = (a: string, b: string): number => new Exact(a).comparedTo(b);

/** Quantities live in tables as millionths, so that SQL can compare them. */
export const toMicro = (quantity: string): bigint => BigInt(new Exact(quantity).times(1_000_000).toFixed(0));
export const fromMicro = (micro: bigint): string => new Exact(micro.toString()).div(1_000_000).toFixed();
