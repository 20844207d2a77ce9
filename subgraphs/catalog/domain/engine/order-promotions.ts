import type { PromotionRefusal } from './priced-document.ts';
import type { PromotionFacts } from './pricing-facts.ts';

/** The highest priority first, then the first id: never the order of rows. */
export const byPriority = (a: PromotionFacts, b: PromotionFacts): number => b.priority - a.priority || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export interface Stack {
  readonly applied: readonly PromotionFacts[];
  readonly lost: readonly { readonly promotion: PromotionFacts; readonly reason: PromotionRefusal }[];
}

/** The first in order decides: an exclusive one stands alone, a stackable one lets the other stackable ones follow. */
export function stackPromotions(candidates: readonly PromotionFacts[]): Stack {
  const [first, ...others] = [...candidates].sort(byPriority);
  if (!first) return { applied: [], lost: [] };
  const joins = (other: PromotionFacts): boolean => first.stacking === 'STACKABLE' && other.stacking === 'STACKABLE';
  return {
    applied: [first, ...others.filter(joins)],
    lost: others.filter((other) => !joins(other)).map((promotion) => ({ promotion, reason: 'NOT_COMBINABLE' })),
  };
}
