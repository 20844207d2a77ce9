import { scaleUnit } from '#kernel/money.ts';
import { exchangeFor, type Exchange } from './exchange.ts';
import type { PricingFacts } from './pricing-facts.ts';
import type { PricingRequest } from './pricing-request.ts';

/** What all lines of a document share, worked out once. */
export interface PricingScope {
  readonly request: PricingRequest;
  readonly facts: PricingFacts;
  readonly currency: string;
  /** How prices of another currency become the document's; null for its own, undefined when nobody knows. */
  exchangeFrom(currency: string): Exchange | null | undefined;
  /** An amount a unit price may meet, in the document's currency; undefined when it cannot be converted. */
  convert(micro: bigint, from: string | null): bigint | undefined;
}

export function openScope(request: PricingRequest, facts: PricingFacts): PricingScope {
  const currency = request.currency ?? facts.site.currency;
  const known = new Map<string, Exchange | null | undefined>([[currency, null]]);
  const exchangeFrom = (from: string): Exchange | null | undefined => {
    if (!known.has(from)) known.set(from, exchangeFor(facts.exchange, from, currency, request.at));
    return known.get(from);
  };
  return {
    request,
    facts,
    currency,
    exchangeFrom,
    convert(micro, from) {
      const exchange = exchangeFrom(from ?? currency);
      return exchange ? scaleUnit(micro, exchange.factor) : exchange === null ? micro : undefined;
    },
  };
}
