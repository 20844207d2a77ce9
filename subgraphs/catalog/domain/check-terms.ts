import { Decimal } from 'decimal.js';
import { refuse } from '#kernel/errors.ts';
import { minorDigits } from '#kernel/money.ts';

/** Stands for "valid since ever": null would not be the same as null in a unique key. */
export const SINCE_EVER = new Date(0);

export interface Period {
  readonly validFrom?: Date | null;
  readonly validUntil?: Date | null;
}

export function completePeriod({ validFrom, validUntil }: Period): { validFrom: Date; validUntil: Date | null } {
  const period = { validFrom: validFrom ?? SINCE_EVER, validUntil: validUntil ?? null };
  if (period.validUntil && period.validUntil <= period.validFrom) throw refuse('BAD_USER_INPUT', 'validUntil is after validFrom.', {});
  return period;
}

export function checkPercent(percent: string | null): string | null {
  if (percent !== null && (new Decimal(percent).isNegative() || new Decimal(percent).greaterThan(100))) {
    throw refuse('BAD_USER_INPUT', `A percentage off is between 0 and 100, not ${percent}.`, { percent });
  }
  return percent;
}

/** Also an amount of one currency is no amount without it. */
export function checkCurrency(currency: string | null, needed: boolean): string | null {
  if (currency !== null) minorDigits(currency); // refuses what is no currency
  else if (needed) throw refuse('BAD_USER_INPUT', 'An amount needs its currency.', {});
  return currency;
}

export function checkCountry(country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) throw refuse('BAD_USER_INPUT', `${country} is not a country of two letters (ISO 3166).`, { country });
  return country;
}

export function checkNotNegative(micro: bigint | null, what: string): bigint | null {
  if (micro !== null && micro < 0n) throw refuse('BAD_USER_INPUT', `${what} is zero or more.`, {});
  return micro;
}

export function checkNamed(text: string, what: string): string {
  if (text === '' || text !== text.trim() || text.length > 100) throw refuse('BAD_USER_INPUT', `${what} has 1 to 100 characters and no blanks around it.`, {});
  return text;
}

/** @returns null for what always held */
export const sinceWhen = (validFrom: Date): Date | null => (validFrom.getTime() === SINCE_EVER.getTime() ? null : validFrom);
