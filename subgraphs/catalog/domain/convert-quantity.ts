import { refuse } from '#kernel/errors.ts';

/** An exact fraction in lowest terms, above zero. As a unit's factor: how many primary units one of it holds. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ONE: Ratio = { numerator: 1n, denominator: 1n };

/** Databases hand integers over as doubles; both parts stay where those are exact. */
const MOST = 9_007_199_254_740_991n;
const FRACTION = /^(\d{1,15})\/(\d{1,15})$/;
const DECIMAL = /^(\d{1,9})(?:\.(\d{1,6}))?$/;

export function ratioOf(numerator: bigint, denominator: bigint): Ratio {
  const common = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / common, denominator: denominator / common };
}

/** Reads "12", "0.5" or "1/12". */
export function readRatio(text: string): Ratio {
  const [, over, under] = FRACTION.exec(text) ?? [];
  const [, whole, decimals = ''] = DECIMAL.exec(text) ?? [];
  const [numerator, denominator] = over && under ? [BigInt(over), BigInt(under)] : [BigInt(`${whole ?? 0}${decimals}`), 10n ** BigInt(decimals.length)];
  if (numerator === 0n || denominator === 0n) throw refuse('BAD_USER_INPUT', `${text} is not a factor above zero such as 12, 0.5 or 1/12.`, { factor: text });
  return ratioOf(numerator, denominator);
}

export const ratioText = ({ numerator, denominator }: Ratio): string => (denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`);

export const times = (a: Ratio, b: Ratio): Ratio => ratioOf(a.numerator * b.numerator, a.denominator * b.denominator);
export const plus = (a: Ratio, b: Ratio): Ratio => ratioOf(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const inverse = ({ numerator, denominator }: Ratio): Ratio => ({ numerator: denominator, denominator: numerator });
export const fitsTables = ({ numerator, denominator }: Ratio): boolean => numerator <= MOST && denominator <= MOST;

/** A quantity in millionths times a factor, when that is a whole number of millionths. */
export function exactly(micro: bigint, { numerator, denominator }: Ratio): bigint | undefined {
  const scaled = micro * numerator;
  return scaled % denominator === 0n ? scaled / denominator : undefined;
}

/* Quantities are never negative, so that bigint division rounds down. */

/** What has to leave the stock for a quantity: never a millionth less than was ordered. */
export const roundedUp = (micro: bigint, { numerator, denominator }: Ratio): bigint => (micro * numerator + denominator - 1n) / denominator;

/** What a stock is enough for: never a millionth more than there is. */
export const roundedDown = (micro: bigint, { numerator, denominator }: Ratio): bigint => (micro * numerator) / denominator;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
