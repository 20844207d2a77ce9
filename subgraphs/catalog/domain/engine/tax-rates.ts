import { holdsAt, type ExemptionFacts, type PricingFacts, type TaxRateFacts } from './pricing-facts.ts';
import type { PricingRequest, Territory } from './pricing-request.ts';

export interface TaxRate {
  readonly code: string;
  readonly rate: string;
  readonly exempt: boolean;
}

/** One rate a tax code where the goods go: the region's before the country's, and of those the one that began last. [CART-82] */
export function taxRatesFor({ shipTo, taxExempt, at }: PricingRequest, { site, taxes, exemptions }: PricingFacts): TaxRate[] {
  const to: Territory | null = shipTo ?? (site.country === null ? null : { country: site.country });
  if (!to) return [];
  const byCode = new Map<string, TaxRateFacts>();
  for (const rate of taxes.rates) {
    if (rate.country !== to.country || (rate.region !== '' && rate.region !== to.region) || !holdsAt(rate, at)) continue;
    const rival = byCode.get(rate.code);
    if (!rival || isCloser(rate, rival)) byCode.set(rate.code, rate);
  }
  const isExempt = (code: string): boolean => taxExempt === true || exemptions.some((exemption) => frees(exemption, to.country, code, at));
  return [...byCode.values()].map(({ code, rate }) => ({ code, rate, exempt: isExempt(code) })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function isCloser(rate: TaxRateFacts, rival: TaxRateFacts): boolean {
  if ((rate.region === '') !== (rival.region === '')) return rate.region !== '';
  return rate.validFrom > rival.validFrom;
}

const frees = (exemption: ExemptionFacts, country: string, code: string, at: Date): boolean =>
  exemption.country === country && (exemption.code === '' || exemption.code === code) && holdsAt(exemption, at);
