import { Decimal } from 'decimal.js';
import { shareOf, sum } from '#kernel/money.ts';
import type { TaxAmount } from './priced-document.ts';
import type { TaxRate } from './tax-rates.ts';

export interface Taxed {
  readonly taxes: readonly TaxAmount[];
  /** What an exempt buyer gets back of a price that includes the tax. */
  readonly reliefMinor: bigint;
}

export const NOT_TAXED: Taxed = { taxes: [], reliefMinor: 0n };

const Exact = Decimal.clone({ precision: 60 });

/** The taxes on an amount, each code rounded half-up by itself, as tax offices count. */
export function taxAmount(minor: bigint, rates: readonly TaxRate[], currency: string, included: boolean): Taxed {
  if (rates.length === 0) return NOT_TAXED;
  const all = included ? taxesWithin(minor, rates, currency) : taxesUpon(minor, rates, currency);
  const exempt = new Set(rates.filter((rate) => rate.exempt).map(({ code }) => code));
  return {
    taxes: all.filter(({ code }) => !exempt.has(code)),
    reliefMinor: included ? sum(all.filter(({ code }) => exempt.has(code)).map(({ amountMinor }) => amountMinor)) : 0n,
  };
}

const taxesUpon = (baseMinor: bigint, rates: readonly TaxRate[], currency: string): TaxAmount[] =>
  rates.map(({ code, rate }) => ({ code, rate, baseMinor, amountMinor: shareOf(baseMinor, rate, currency) }));

/**
 * The largest base that with its own taxes does not exceed the price: what was priced without tax comes back to the minor
 * unit. Prices between two such bases leave a rest; the highest rate takes it, so that base and taxes are the price.
 */
function taxesWithin(grossMinor: bigint, rates: readonly TaxRate[], currency: string): TaxAmount[] {
  const taxOn = (base: bigint): bigint => sum(taxesUpon(base, rates, currency).map(({ amountMinor }) => amountMinor));
  const whole = rates.reduce((total, { rate }) => total.plus(rate), new Exact(1));
  let base = shareOf(grossMinor, new Exact(1).div(whole), currency);
  while (base + taxOn(base) > grossMinor) base--;
  while (base + 1n + taxOn(base + 1n) <= grossMinor) base++;
  const taxes = taxesUpon(base, rates, currency);
  const rest = grossMinor - base - taxOn(base);
  const highest = rates.reduce((a, b) => (new Exact(b.rate).greaterThan(a.rate) ? b : a), rates[0] ?? { code: '', rate: '0' });
  return taxes.map((tax) => (tax.code === highest.code ? { ...tax, amountMinor: tax.amountMinor + rest } : tax));
}

/** The taxes of several amounts, one a code and rate. */
export const joinTaxed = (all: readonly Taxed[]): Taxed => ({ taxes: sumTaxes(all.flatMap(({ taxes }) => taxes)), reliefMinor: sum(all.map(({ reliefMinor }) => reliefMinor)) });

/** One amount a tax code and rate over all lines and the freight. */
export function sumTaxes(taxes: Iterable<TaxAmount>): TaxAmount[] {
  const byRate = new Map<string, TaxAmount>();
  for (const tax of taxes) {
    const key = `${tax.code} ${tax.rate}`;
    const known = byRate.get(key);
    byRate.set(key, known ? { ...tax, baseMinor: known.baseMinor + tax.baseMinor, amountMinor: known.amountMinor + tax.amountMinor } : tax);
  }
  return [...byRate.values()];
}
