import { allocate as allocateDinero, dinero, toSnapshot } from 'dinero.js/bigint';
import * as currencies from 'dinero.js/bigint/currencies';
import { isDecimal, readScaled, scaledText } from '#kernel/decimal-text.ts';
import { refuse } from '#kernel/errors.ts';
import { toMicro } from '#kernel/quantity.ts';

/*
 * Documents count in minor units (bigint); unit prices in millionths of the major unit (bigint, "micro"); quantities are
 * decimal text with at most six decimals. Rounding to the minor unit happens in `lineTotal`, nowhere else.
 */

/** The public face of an amount: decimal text in the major unit, and its ISO 4217 currency. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const MICRO_DECIMALS = 6;
/** SQLite hands integers over as doubles; beyond this a cent would be lost, so no document goes there. */
export const MAX_AMOUNT = 9_007_199_254_740_991n;

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

export const sum = (amounts: Iterable<bigint>): bigint => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return within(total);
};

/** Splits an amount by whole-number weights without losing or making a minor unit. Weights that are all zero share alike. */
export function allocate(minor: bigint, weights: readonly bigint[], currency: string): bigint[] {
  if (weights.length === 0) return [];
  const ratios = weights.every((w) => w === 0n) ? weights.map(() => 1n) : [...weights];
  return allocateDinero(dinero({ amount: minor, currency: currencyOf(currency) }), ratios).map((part) => toSnapshot(part).amount);
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

const unreadable = (text: string, tooFine: string): Error => refuse('BAD_USER_INPUT', isDecimal(text) ? tooFine : `${text} is not a number.`, { value: text });

export function within(amount: bigint): bigint {
  if (amount > MAX_AMOUNT || amount < -MAX_AMOUNT) throw refuse('AMOUNT_TOO_LARGE', 'The amount is larger than a document may hold.', {});
  return amount;
}
