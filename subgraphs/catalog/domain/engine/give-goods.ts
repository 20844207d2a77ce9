import { fromMicro, toMicro } from '#kernel/quantity.ts';
import { availableOf } from '../availability.ts';
import { byPriority } from './order-promotions.ts';
import type { FreeLine, UnitPricedLine } from './priced-document.ts';
import type { PromotionFacts } from './pricing-facts.ts';
import type { PricingScope } from './pricing-scope.ts';

/** Goods that come with other goods: so many times as the lines together reach the quantity to buy. */
export function giveGoods({ facts }: PricingScope, lines: readonly UnitPricedLine[], promotions: readonly PromotionFacts[]): FreeLine[] {
  const earnedBy = linesByPromotion(lines);
  return promotions
    .filter(({ kind, id }) => kind === 'BUY_GET' && earnedBy.has(id))
    .sort(byPriority)
    .flatMap(({ id, version, buyMicro, getMicro, getSku, skus }) => {
      const earning = earnedBy.get(id) ?? [];
      const sku = getSku ?? skus?.[0] ?? '';
      const product = facts.products.get(sku);
      const bought = earning.reduce((sum, { quantity }) => sum + toMicro(quantity), 0n);
      const times = buyMicro === null || buyMicro === 0n ? 0n : bought / buyMicro;
      if (!product || times === 0n) return [];
      const quantity = fromMicro(times * (getMicro ?? 0n));
      const { name, primaryUom, stock } = product;
      return [{ sku, name, uom: primaryUom, quantity, promotionId: id, promotionVersion: version, freeGoodsOf: earning.map((line) => line.id), available: availableOf(stock) }];
    });
}

function linesByPromotion(lines: readonly UnitPricedLine[]): Map<string, UnitPricedLine[]> {
  const byPromotion = new Map<string, UnitPricedLine[]>();
  for (const line of lines) {
    for (const { id } of line.promotions) {
      const known = byPromotion.get(id);
      if (known) known.push(line);
      else byPromotion.set(id, [line]);
    }
  }
  return byPromotion;
}
