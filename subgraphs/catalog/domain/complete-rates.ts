import { Decimal } from 'decimal.js';
import { refuse } from '#kernel/errors.ts';
import type { TaxClass } from './tax-classes.ts';
import { checkCountry, checkCurrency, checkNamed, completePeriod, SINCE_EVER, type Period } from './check-terms.ts';

export interface TaxRateRecord extends Period {
  readonly code: string;
  readonly country: string;
  readonly region?: string | null;
  readonly taxClass?: TaxClass | null;
  readonly rate: string;
}

export interface ExemptionRecord extends Period {
  readonly accountId: string;
  readonly country: string;
  readonly code?: string | null;
  readonly certificate?: string | null;
}

export interface ExchangeRateRecord {
  readonly base: string;
  readonly quote: string;
  readonly rate: string;
  readonly validFrom?: Date | null;
  readonly decimals?: number | null;
}

export const completeTaxRate = (record: TaxRateRecord) => ({
  code: checkNamed(record.code, 'The tax code'),
  country: checkCountry(record.country),
  region: record.region ?? '',
  taxClass: checkTaxed(record.taxClass ?? 'STANDARD'),
  rate: checkTaxRate(record.rate),
  ...completePeriod(record),
});

export const completeExemption = (record: ExemptionRecord) => ({
  accountId: checkNamed(record.accountId, 'The account'),
  country: checkCountry(record.country),
  code: record.code ?? '',
  certificate: record.certificate ?? null,
  ...completePeriod(record),
});

export function completeExchangeRate({ base, quote, rate, validFrom, decimals }: ExchangeRateRecord) {
  checkCurrency(base, true);
  checkCurrency(quote, true);
  if (base === quote) throw refuse('BAD_USER_INPUT', 'An exchange rate is between two currencies.', { base });
  if (!new Decimal(rate).greaterThan(0)) throw refuse('BAD_USER_INPUT', 'An exchange rate is more than zero.', { rate });
  if (decimals != null && (decimals < 0 || decimals > 6)) throw refuse('BAD_USER_INPUT', 'Unit prices have 0 to 6 decimals.', { decimals });
  return { base, quote, rate, validFrom: validFrom ?? SINCE_EVER, decimals: decimals ?? null };
}

function checkTaxed(taxClass: TaxClass): TaxClass {
  if (taxClass === 'EXEMPT') throw refuse('BAD_USER_INPUT', 'What is exempt has no rate; a rate of nothing is that of ZERO.', { taxClass });
  return taxClass;
}

/** 0.2 is twenty per cent; who writes 20 means something else. */
function checkTaxRate(rate: string): string {
  if (new Decimal(rate).isNegative() || new Decimal(rate).greaterThan(2)) throw refuse('BAD_USER_INPUT', `A tax rate is a fraction such as 0.2, not ${rate}.`, { rate });
  return rate;
}
