import { refuse } from '#kernel/errors.ts';
import { unitMoneyOf } from '#kernel/money.ts';
import type { DraftLine, PricedQuote } from './price-quote.ts';

/** A rep's new prices stay within so many percent of the list price; those that were there before, and custom items, are left alone. */
export function refuseDeepDiscounts(before: readonly DraftLine[], { lines, currency }: PricedQuote, maxPercent: number): void {
  const earlier = new Map(before.map((line) => [line.id, line.overrideUnitMicro]));
  for (const { id, sku, listUnitMicro, overrideUnitMicro } of lines) {
    if (listUnitMicro === null || overrideUnitMicro === null || overrideUnitMicro === earlier.get(id)) continue;
    const lowest = listUnitMicro * BigInt(100 - maxPercent);
    if (overrideUnitMicro * 100n >= lowest) continue;
    throw refuse('DISCOUNT_TOO_DEEP', `${sku} may be offered at most ${maxPercent} percent below its list price.`, { lineId: id, sku, lowest: unitMoneyOf((lowest + 99n) / 100n, currency) });
  }
}
