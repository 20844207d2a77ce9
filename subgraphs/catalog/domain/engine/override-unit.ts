import type { PromotionFacts } from './pricing-facts.ts';
import type { Override } from './pricing-request.ts';
import type { PricingScope } from './pricing-scope.ts';
import { asCandidate, isPayable, type PromotedUnit } from './promote-unit.ts';
import { priceAfter, withStep, type Step } from './waterfall.ts';

/** A rep's own price stands above every promotion; those that could have been are named as losers. */
export function overrideUnit(scope: PricingScope, before: readonly Step[], candidates: readonly PromotionFacts[], { unitMicro, by, reason }: Override): PromotedUnit {
  const beaten = candidates.filter((candidate) => isPayable(scope, candidate));
  const steps = withStep(before, {
    kind: 'OVERRIDE',
    source: by,
    sourceVersion: null,
    afterMicro: unitMicro,
    note: reason ?? null,
    losers: beaten.map((promotion) => asCandidate(scope, priceAfter(before), promotion, `${by} set the price.`)),
  });
  return { steps, applied: [], lost: beaten.map((promotion) => ({ promotion, reason: 'OVERRIDDEN' })) };
}
