import type { Admitted } from './admit-promotions.ts';
import { byPriority } from './order-promotions.ts';
import type { AppliedPromotion, FreeLine, PricedLine, PromotionRefusal, RefusedPromotion } from './priced-document.ts';
import type { PromotedCart } from './promote-cart.ts';

/** What each promotion took off in all; one that gives goods takes off nothing and is still applied. */
export function appliedPromotions(admitted: Admitted, lines: readonly PricedLine[], cart: PromotedCart, freeLines: readonly FreeLine[]): AppliedPromotion[] {
  const amounts = amountsOf(lines, cart, freeLines);
  return admitted.promotions
    .filter(({ id }) => amounts.has(id))
    .sort(byPriority)
    .map(({ id, version, code }) => ({ id, version, code, amountMinor: amounts.get(id) ?? 0n }));
}

/** Why each code that was entered did nothing. [CART-72] */
export function refusedPromotions(admitted: Admitted, lines: readonly PricedLine[], cart: PromotedCart, freeLines: readonly FreeLine[]): RefusedPromotion[] {
  const amounts = amountsOf(lines, cart, freeLines);
  const lost = new Map<string, PromotionRefusal>([...lines.flatMap((line) => line.promotionsLost), ...cart.lost].map(({ id, reason }) => [id, reason]));
  const idle = admitted.promotions.flatMap(({ id, code }) => (code === null || amounts.has(id) ? [] : [{ code, reason: lost.get(id) ?? ('NOT_APPLICABLE' as const) }]));
  return [...admitted.refused, ...idle].sort((a, b) => (`${a.code} ${a.reason}` < `${b.code} ${b.reason}` ? -1 : 1));
}

function amountsOf(lines: readonly PricedLine[], cart: PromotedCart, freeLines: readonly FreeLine[]): Map<string, bigint> {
  const amounts = new Map<string, bigint>();
  const add = (id: string, amountMinor: bigint): void => void amounts.set(id, (amounts.get(id) ?? 0n) + amountMinor);
  for (const line of lines) for (const { id, amountMinor } of line.promotions) if (amountMinor !== 0n) add(id, amountMinor);
  for (const { promotionId, amountMinor } of cart.adjustments) add(promotionId, amountMinor);
  for (const { promotionId } of freeLines) add(promotionId, 0n);
  return amounts;
}
