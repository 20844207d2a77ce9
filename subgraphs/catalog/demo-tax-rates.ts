import type { TaxClass } from './domain/tax-classes.ts';
import type { TaxRateRecord } from './domain/complete-rates.ts';

const vat = (country: string, rate: string, from: string, until?: string, taxClass: TaxClass = 'STANDARD'): TaxRateRecord => ({
  code: 'VAT',
  country,
  taxClass,
  rate,
  validFrom: new Date(`${from}T00:00:00Z`),
  validUntil: until === undefined ? null : new Date(`${until}T00:00:00Z`),
});

/** Standard and reduced rates of three countries, with the days they changed. */
export const DEMO_TAX_RATES: readonly TaxRateRecord[] = [
  vat('GB', '0.175', '2010-01-01', '2011-01-04'),
  vat('GB', '0.2', '2011-01-04'),
  vat('DE', '0.19', '2007-01-01', '2020-07-01'),
  vat('DE', '0.16', '2020-07-01', '2021-01-01'),
  vat('DE', '0.19', '2021-01-01'),
  vat('FR', '0.196', '2000-04-01', '2014-01-01'),
  vat('FR', '0.2', '2014-01-01'),
  vat('GB', '0.05', '1997-09-01', undefined, 'REDUCED'),
  vat('DE', '0.07', '1983-07-01', '2020-07-01', 'REDUCED'),
  vat('DE', '0.05', '2020-07-01', '2021-01-01', 'REDUCED'),
  vat('DE', '0.07', '2021-01-01', undefined, 'REDUCED'),
  vat('FR', '0.055', '1982-07-01', undefined, 'REDUCED'),
];
