import { unitMoneyOf } from '#kernel/money.ts';
import { atLeastNothing, percentLess } from './apply-agreement.ts';
import { stackPromotions, type Stack } from './order-promotions.ts';
import type { PromotionFacts } from './pricing-facts.ts';
import type { PricingScope } from './pricing-scope.ts';
import { priceAfter, withStep, type Candidate, type Step } from './waterfall.ts';

export interface PromotedUnit extends Stack {
  readonly steps: readonly Step[];
}

/** Line-level promotions on one unit, each on what the one before it left. Those that give goods leave the price alone. */
export function promoteUnit(scope: PricingScope, before: readonly Step[], candidates: readonly PromotionFacts[]): PromotedUnit {
  const stack = stackPromotions(candidates.filter((candidate) => isPayable(scope, candidate)));
  let steps = before;
  for (const promotion of stack.applied) {
    if (promotion.kind === 'BUY_GET') continue;
    const first = promotion === stack.applied[0];
    steps = withStep(steps, {
      kind: 'PROMOTION',
      source: promotion.id,
      sourceVersion: promotion.version,
      afterMicro: reduced(scope, priceAfter(steps), promotion),
      note: describe(scope, promotion),
      losers: first ? stack.lost.map(({ promotion: other }) => asCandidate(scope, priceAfter(before), other, `${promotion.id} comes first and they do not combine.`)) : [],
    });
  }
  return { ...stack, steps };
}

export const asCandidate = (scope: PricingScope, unitMicro: bigint, promotion: PromotionFacts, reason: string): Candidate => ({
  source: promotion.id,
  unitMicro: reduced(scope, unitMicro, promotion),
  reason,
});

function reduced(scope: PricingScope, unitMicro: bigint, { kind, percentOff, amountOffMicro, currency }: PromotionFacts): bigint {
  if (kind === 'PERCENT') return percentLess(unitMicro, percentOff ?? '0');
  if (kind === 'AMOUNT') return atLeastNothing(unitMicro - (scope.convert(amountOffMicro ?? 0n, currency) ?? 0n));
  return unitMicro;
}

/** An amount in a currency that nobody knows the rate of cannot be taken off. */
export const isPayable = (scope: PricingScope, { kind, amountOffMicro, currency }: PromotionFacts): boolean =>
  kind !== 'AMOUNT' || scope.convert(amountOffMicro ?? 0n, currency) !== undefined;

function describe(scope: PricingScope, { kind, name, percentOff, amountOffMicro, currency }: PromotionFacts): string {
  if (kind === 'PERCENT') return `${name}: ${percentOff}% off`;
  const off = scope.convert(amountOffMicro ?? 0n, currency) ?? 0n;
  return `${name}: ${unitMoneyOf(off, scope.currency).amount} off`;
}
