import { RATES_OF, type TaxClass } from '../tax-classes.ts';
import { holdsAt, type ExemptionFacts, type PricingFacts, type TaxRateFacts } from './pricing-facts.ts';
import type { PricingRequest, Territory } from './pricing-request.ts';

export interface TaxRate {
  readonly code: string;
  readonly rate: string;
  readonly exempt: boolean;
}

/** The rates for goods of a class where they go: where the document goes when nobody said. */
export type TaxRates = (taxClass: TaxClass, shipTo: Territory | null | undefined) => readonly TaxRate[];

/**
 * One rate a tax code where the goods go: the region's before the country's, then that of the class, then the one that began
 * last. Lines may go to different places; each place's rates are looked up once a class. [CART-82]
 */
export function taxRatesFor(request: PricingRequest, facts: PricingFacts): TaxRates {
  const known = new Map<string, readonly TaxRate[]>();
  const home = destinationOf(request, facts);
  return (taxClass, shipTo) => {
    const to = shipTo ?? home;
    if (!to || request.outsideTaxes) return [];
    const key = `${taxClass}|${to.country}|${to.region ?? ''}`;
    const rates = known.get(key) ?? ratesOf(taxClass, to, request, facts);
    known.set(key, rates);
    return rates;
  };
}

export const destinationOf = ({ shipTo }: PricingRequest, { site }: PricingFacts): Territory | null => shipTo ?? (site.country === null ? null : { country: site.country });

function ratesOf(taxClass: TaxClass, to: Territory, { taxExempt, at }: PricingRequest, { taxes, exemptions }: PricingFacts): readonly TaxRate[] {
  const order = RATES_OF[taxClass];
  const byCode = new Map<string, TaxRateFacts>();
  for (const rate of taxes.rates) {
    if (rate.country !== to.country || (rate.region !== '' && rate.region !== to.region) || !order.includes(rate.taxClass) || !holdsAt(rate, at)) continue;
    const rival = byCode.get(rate.code);
    if (!rival || isCloser(rate, rival, order)) byCode.set(rate.code, rate);
  }
  const isExempt = (code: string): boolean => taxExempt === true || exemptions.some((exemption) => frees(exemption, to.country, code, at));
  return [...byCode.values()].map((row) => ({ code: row.code, rate: rateOf(row, taxClass), exempt: isExempt(row.code) })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Zero-rated is a rate, which an invoice names, also where nobody wrote it down. */
const rateOf = ({ rate, taxClass: found }: TaxRateFacts, wanted: TaxClass): string => (wanted === 'ZERO' && found !== 'ZERO' ? '0' : rate);

function isCloser(rate: TaxRateFacts, rival: TaxRateFacts, order: readonly TaxClass[]): boolean {
  if ((rate.region === '') !== (rival.region === '')) return rate.region !== '';
  if (rate.taxClass !== rival.taxClass) return order.indexOf(rate.taxClass) < order.indexOf(rival.taxClass);
  return rate.validFrom > rival.validFrom;
}

const frees = (exemption: ExemptionFacts, country: string, code: string, at: Date): boolean =>
  exemption.country === country && (exemption.code === '' || exemption.code === code) && holdsAt(exemption, at);
