import type { TaxRateRecord } from './domain/complete-rates.ts';

const vat = (country: string, rate: string, from: string, until?: string): TaxRateRecord => ({
  code: 'VAT',
  country,
  rate,
  validFrom: new Date(`${from}T00:00:00Z`),
  validUntil: until === undefined ? null : new Date(`${until}T00:00:00Z`),
});

/** Standard rates of three countries, with the days they changed. */
export const DEMO_TAX_RATES: readonly TaxRateRecord[] = [
  vat('GB', '0.175', '2010-01-01', '2011-01-04'),
  vat('GB', '0.2', '2011-01-04'),
  vat('DE', '0.19', '2007-01-01', '2020-07-01'),
  vat('DE', '0.16', '2020-07-01', '2021-01-01'),
  vat('DE', '0.19', '2021-01-01'),
  vat('FR', '0.196', '2000-04-01', '2014-01-01'),
  vat('FR', '0.2', '2014-01-01'),
];
