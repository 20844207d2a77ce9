import { Decimal } from 'decimal.js';
import * as currencies from 'dinero.js/bigint/currencies';
import { isDecimal, readScaled, scaledText } from '#kernel/decimal-text.ts';
import { refuse } from '#kernel/errors.ts';
import { toMicro } from '#kernel/quantity.ts';

/*
 * Documents count in minor units (bigint); unit prices in millionths of the major unit (bigint, "micro"); quantities are
 * decimal text with at most six decimals. Rounding to the minor unit happens in `lineTotal` and `roundToMinor`, nowhere else.
 */

/** The public face of an amount: decimal text in the major unit, and its ISO 4217 currency. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const MICRO_DECIMALS = 6;
/** SQLite hands integers over as doubles; beyond this a cent would be lost, so no document goes there. */
export const MAX_AMOUNT = 9_007_199_254_740_991n;

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const known = currencies as unknown as Record<string, { code: string; base: bigint; exponent: bigint } | undefined>;

function currencyOf(code: string): { code: string; base: bigint; exponent: bigint } {
  const currency = known[code];
  if (!currency) throw refuse('BAD_USER_INPUT', `${code} is not a currency of ISO 4217.`, { currency: code });
  return currency;
}

export const minorDigits = (currency: string): number => Number(currencyOf(currency).exponent);

export function moneyOf(minor: bigint, currency: string): Money {
  const digits = minorDigits(currency);
  return { amount: scaledText(minor, digits, digits), currency };
}

/** A unit price shows at least the currency's digits and at most six: 2.5 EUR is "2.50", a screw is "0.0125". */
export function unitMoneyOf(micro: bigint, currency: string): Money {
  return { amount: scaledText(micro, MICRO_DECIMALS, minorDigits(currency)), currency };
}

/** unit price x quantity, rounded half-up (away from zero on a tie) to the minor unit: the one place where a line is rounded. */
export function lineTotal(unitMicro: bigint, quantity: string, currency: string): bigint {
  const exact = unitMicro * toMicro(quantity);
  const unit = 10n ** BigInt(2 * MICRO_DECIMALS - minorDigits(currency));
  const half = exact < 0n ? -unit / 2n : unit / 2n;
  return within((exact + half) / unit);
}

/** Rounds an amount in micro units half-up (away from zero on a tie) to the currency's minor unit. */
export function roundToMinor(micro: Decimal, currency: string): bigint {
  const shift = MICRO_DECIMALS - minorDigits(currency);
  return BigInt(new Exact(micro).div(new Exact(10).pow(shift)).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0));
}

export const sum = (amounts: Iterable<bigint>): bigint => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return within(total);
};

/** Splits an amount by whole-number weights: each gets its share rounded towards zero, and the largest remainders one unit more, the first of equals first. */
export function allocate(minor: bigint, weights: readonly bigint[], currency: string): bigint[] {
  currencyOf(currency);
  const ratios = weights.every((weight) => weight === 0n) ? weights.map(() => 1n) : weights;
  const all = ratios.reduce((a, b) => a + b, 0n);
  const [size, sign] = minor < 0n ? [-minor, -1n] : [minor, 1n];
  const shares = ratios.map((weight) => (size * weight) / all);
  let left = size - shares.reduce((a, b) => a + b, 0n);
  const byRemainder = ratios.map((weight, i) => ({ i, remainder: (size * weight) % all })).sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1));
  for (const { i } of byRemainder) {
    if (left-- <= 0n) break;
    shares[i] = (shares[i] ?? 0n) + 1n;
  }
  return shares.map((share) => share * sign);
}

/** A part of an amount, such as its tax, rounded half-up to the minor unit. */
export const shareOf = (minor: bigint, rate: Decimal.Value, currency: string): bigint =>
  roundToMinor(new Exact(microOf(minor, currency).toString()).times(rate), currency);

/** The same amount in millionths: nothing is lost. */
export const microOf = (minor: bigint, currency: string): bigint => minor * 10n ** BigInt(MICRO_DECIMALS - minorDigits(currency));

/** unit price x factor, rounded half-up to a millionth, or to fewer decimals where a list is kept in fewer. */
export function scaleUnit(unitMicro: bigint, factor: Decimal.Value, decimals: number = MICRO_DECIMALS): bigint {
  const step = new Exact(10).pow(MICRO_DECIMALS - decimals);
  return BigInt(new Exact(unitMicro.toString()).times(factor).div(step).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(step).toFixed(0));
}

/** Reads decimal text such as "12.50" into millionths; refuses what does not fit exactly. */
export function microFrom(text: string): bigint {
  const micro = readScaled(text, MICRO_DECIMALS);
  if (micro === undefined) throw unreadable(text, `${text} has more than ${MICRO_DECIMALS} decimals.`);
  return within(micro);
}

export function minorFrom(text: string, currency: string): bigint {
  const minor = readScaled(text, minorDigits(currency));
  if (minor === undefined) throw unreadable(text, `${text} has more decimals than ${currency} knows.`);
  return within(minor);
}

/** Whether decimal text is a whole number of minor units. */
export const isMinor = (text: string, currency: string): boolean => readScaled(text, minorDigits(currency)) !== undefined;

const unreadable = (text: string, tooFine: string): Error => refuse('BAD_USER_INPUT', isDecimal(text) ? tooFine : `${text} is not a number.`, { value: text });

export function within(amount: bigint): bigint {
  if (amount > MAX_AMOUNT || amount < -MAX_AMOUNT) throw refuse('AMOUNT_TOO_LARGE', 'The amount is larger than a document may hold.', {});
  return amount;
}
