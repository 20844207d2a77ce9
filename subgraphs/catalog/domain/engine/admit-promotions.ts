import type { PromotionRefusal, RefusedPromotion } from './priced-document.ts';
import { holdsAt, type PricingFacts, type PromotionFacts } from './pricing-facts.ts';
import type { PricingRequest } from './pricing-request.ts';

export interface Admitted {
  readonly promotions: readonly PromotionFacts[];
  readonly refused: readonly RefusedPromotion[];
}

type Test = (promotion: PromotionFacts, request: PricingRequest, facts: PricingFacts) => boolean;

/** Asked in this order; the first that fails is the reason. */
const TESTS: readonly (readonly [PromotionRefusal, Test])[] = [
  ['UNKNOWN_CODE', ({ active }) => active],
  ['UNKNOWN_CODE', ({ accountIds }, { accountId }) => accountIds === null || accountIds.includes(accountId)],
  ['NOT_IN_FORCE', (promotion, { at }) => holdsAt(promotion, at)],
  ['USED_UP', ({ id, useLimit }, _, { uses }) => useLimit === null || (uses.get(id)?.byAll ?? 0) < useLimit],
  ['USED_UP_BY_CUSTOMER', ({ id, useLimitPerCustomer: limit }, _, { uses }) => limit === null || (uses.get(id)?.byAccount ?? 0) < limit],
];

/** The promotions this account may have now: those that come by themselves, and those whose code was entered. [CART-71, CART-72] */
export function admitPromotions(request: PricingRequest, facts: PricingFacts): Admitted {
  const entered = new Set(request.promotionCodes.map(readCode));
  const known = new Set<string>();
  const promotions: PromotionFacts[] = [];
  const refused: RefusedPromotion[] = [];
  for (const promotion of facts.promotions) {
    const { code } = promotion;
    if (code !== null && !entered.has(code)) continue;
    if (code !== null) known.add(code);
    const failed = TESTS.find(([, passes]) => !passes(promotion, request, facts));
    if (!failed) promotions.push(promotion);
    else if (code !== null) refused.push({ code, reason: failed[0] });
  }
  for (const code of entered) if (!known.has(code)) refused.push({ code, reason: 'UNKNOWN_CODE' });
  return { promotions, refused };
}

/** People type codes; case and blanks around them do not count. */
export const readCode = (text: string): string => text.trim().toUpperCase();

/** Promotions whose uses must be counted before anybody can be given them. */
export const isLimited = ({ useLimit, useLimitPerCustomer }: PromotionFacts): boolean => useLimit !== null || useLimitPerCustomer !== null;
