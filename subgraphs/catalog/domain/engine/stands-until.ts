import { admitPromotions } from './admit-promotions.ts';
import type { PricedDocument } from './priced-document.ts';
import type { Dated, PricingFacts, PromotionFacts } from './pricing-facts.ts';
import type { PricingRequest } from './pricing-request.ts';

/**
 * Until when each line costs the same whatever else is in its document, as long as nobody changes a rule: null is for ever,
 * undefined that lines depend on each other. Freight, codes and promotions that look at more than one line make them.
 */
export function standsUntil(request: PricingRequest, facts: PricingFacts, document: PricedDocument): Date | null | undefined {
  if (document.shipping || request.promotionCodes.length > 0 || request.lines.some(({ agreementId, override }) => agreementId != null || override)) return undefined;
  if (!admitPromotions(request, facts).promotions.every(concernsOneLine)) return undefined;
  const next = nextChange(facts, request.at);
  return next === undefined ? null : new Date(next);
}

const concernsOneLine = ({ level, kind, minSubtotalMicro, useLimit, useLimitPerCustomer }: PromotionFacts): boolean =>
  level === 'LINE' && kind !== 'BUY_GET' && minSubtotalMicro === null && useLimit === null && useLimitPerCustomer === null;

/** The next moment at which something begins or ends by itself. */
function nextChange({ prices, promotions, taxes, exemptions, exchange, agreements }: PricingFacts, at: Date): number | undefined {
  let next: number | undefined;
  const consider = (moment: Date | null | undefined): void => {
    if (moment && moment > at && (next === undefined || moment.getTime() < next)) next = moment.getTime();
  };
  const dated = (rows: Iterable<Partial<Dated>>): void => {
    for (const { validFrom, validUntil } of rows) {
      consider(validFrom);
      consider(validUntil);
    }
  };
  for (const lists of prices.values()) for (const rows of lists.values()) dated(rows);
  for (const rows of [promotions, taxes.rates, exemptions, exchange.rates, agreements.values()]) dated(rows);
  return next;
}
