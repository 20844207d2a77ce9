import { microFrom, unitMoneyOf } from '#kernel/money.ts';

/** A price somebody paid for a product: at which quantities, on how many lines. */
export interface PricePoint {
  readonly unitPrice: string;
  readonly minQuantity: number;
  readonly lines: number;
}

/** Millionths of a pound by the whole quantity they begin at. */
export type Ladder = ReadonlyMap<number, bigint>;

/** A price on fewer of a product's lines was a deal of the day, not a tier. */
const LEAST_SHARE = 0.02;

/**
 * Quantity tiers as the price points show them: the list price is the most frequent of those that begin lowest; each cheaper
 * price that begins at a larger quantity is a tier. The first tier holds from one piece on, so that every quantity has a price.
 */
export function ladderOf(points: readonly PricePoint[]): Ladder {
  const lines = points.reduce((sum, point) => sum + point.lines, 0);
  const regular = points.filter((point) => point.lines >= lines * LEAST_SHARE);
  const usual = (regular.length > 0 ? regular : [...points].sort(byLines).slice(0, 1)).sort((a, b) => a.minQuantity - b.minQuantity || byLines(a, b));
  const ladder = new Map<number, bigint>();
  let cheapest: bigint | undefined;
  for (const { minQuantity, unitPrice } of usual) {
    const price = microFrom(unitPrice);
    const begins = ladder.size === 0 ? 1 : minQuantity;
    if (ladder.has(begins) || (cheapest !== undefined && price >= cheapest)) continue;
    ladder.set(begins, price);
    cheapest = price;
  }
  return ladder;
}

export const priceText = (micro: bigint): string => unitMoneyOf(micro, 'GBP').amount;

const byLines = (a: PricePoint, b: PricePoint): number => b.lines - a.lines;
