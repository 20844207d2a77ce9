import { toMicro } from '#kernel/quantity.ts';
import { byPriority } from './order-promotions.ts';
import type { PromotionFacts } from './pricing-facts.ts';
import type { LineRequest } from './pricing-request.ts';

/** The line-level promotions by the product they are for, so that a line meets only its own. */
export interface LinePromotions {
  candidates(sku: string, quantityMicro: bigint): readonly PromotionFacts[];
}

export function indexLinePromotions(promotions: readonly PromotionFacts[], lines: readonly LineRequest[]): LinePromotions {
  const quantities = new Map<string, bigint>();
  for (const { sku, quantity, override } of lines) if (!override) quantities.set(sku, (quantities.get(sku) ?? 0n) + toMicro(quantity));
  const forAll: PromotionFacts[] = [];
  const bySku = new Map<string, PromotionFacts[]>();
  for (const promotion of promotions) {
    if (promotion.level !== 'LINE' || !isEarned(promotion, quantities)) continue;
    if (promotion.skus === null) forAll.push(promotion);
    else for (const sku of new Set(promotion.skus)) bySku.set(sku, [...(bySku.get(sku) ?? []), promotion]);
  }
  const reaches = (quantityMicro: bigint) => ({ minQuantityMicro }: PromotionFacts): boolean => minQuantityMicro === null || minQuantityMicro <= quantityMicro;
  return { candidates: (sku, quantityMicro) => [...forAll, ...(bySku.get(sku) ?? [])].filter(reaches(quantityMicro)).sort(byPriority) };
}

/** Goods that are given count what all lines buy together; one that gives nothing yet keeps nobody else out. */
function isEarned({ kind, skus, buyMicro }: PromotionFacts, quantities: ReadonlyMap<string, bigint>): boolean {
  if (kind !== 'BUY_GET') return true;
  let bought = 0n;
  for (const sku of new Set(skus ?? quantities.keys())) bought += quantities.get(sku) ?? 0n;
  return buyMicro !== null && bought >= buyMicro;
}
