import { unitMoneyOf } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';

export interface PriceRow {
  readonly uom: string;
  readonly minQuantityMicro: bigint;
  readonly unitPriceMicro: bigint;
  readonly validFrom: Date;
  readonly validUntil?: Date | null;
}

export interface PriceQuestion {
  /** The rows of one product in one list, in any order. */
  readonly rows: readonly PriceRow[];
  readonly list: { readonly code: string; readonly currency: string };
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly at: Date;
}

export interface PriceStep {
  readonly kind: 'LIST' | 'TIER';
  readonly source: string;
  readonly deltaMicro: bigint;
  readonly afterMicro: bigint;
  readonly note: string | null;
}

export interface FoundPrice {
  readonly listPriceMicro: bigint;
  readonly unitPriceMicro: bigint;
  /** From the list price to the unit price; the deltas add up to it exactly. */
  readonly steps: readonly PriceStep[];
  readonly validUntil: Date | null;
}

const ONE = 1_000_000n;

/**
 * The list price and the best tier the quantity reaches. Of rows for the same quantity the one that began last holds, so a
 * new price supersedes an older one. A tier "from 1" covers fractions of one too; below the smallest tier there is no price.
 */
export function findPrice({ rows, list, quantityMicro, uom, at }: PriceQuestion): FoundPrice | undefined {
  const tiers = tiersInForce(rows, uom, at);
  const lowest = tiers[0];
  if (!lowest || !reaches(lowest, quantityMicro)) return undefined;

  const best = tiers.filter((tier) => reaches(tier, quantityMicro)).reduce((a, b) => (b.unitPriceMicro < a.unitPriceMicro ? b : a));
  const { unitPriceMicro: listPriceMicro } = tiers.find((tier) => tier.minQuantityMicro === ONE) ?? lowest;
  const next = tiers.find((tier) => !reaches(tier, quantityMicro) && tier.unitPriceMicro < best.unitPriceMicro);
  return {
    listPriceMicro,
    unitPriceMicro: best.unitPriceMicro,
    steps: stepsTo(best, listPriceMicro, list, next),
    validUntil: best.validUntil ?? null,
  };
}

function stepsTo(best: PriceRow, listPriceMicro: bigint, { code, currency }: PriceQuestion['list'], next: PriceRow | undefined): PriceStep[] {
  const amount = (micro: bigint): string => unitMoneyOf(micro, currency).amount;
  const ahead = next && `Next tier from ${fromMicro(next.minQuantityMicro)}: ${amount(next.unitPriceMicro)}`;
  const deltaMicro = best.unitPriceMicro - listPriceMicro;
  const list: PriceStep = { kind: 'LIST', source: code, deltaMicro: listPriceMicro, afterMicro: listPriceMicro, note: null };
  if (deltaMicro === 0n) return [{ ...list, note: ahead ?? null }];
  const reached = `From ${fromMicro(best.minQuantityMicro)}: ${amount(best.unitPriceMicro)}`;
  const note = ahead ? `${reached}. ${ahead}` : reached;
  return [list, { kind: 'TIER', source: code, deltaMicro, afterMicro: best.unitPriceMicro, note }];
}

/** One row a quantity, the one that began last, by rising quantity. */
function tiersInForce(rows: readonly PriceRow[], uom: string, at: Date): PriceRow[] {
  const tiers = new Map<bigint, PriceRow>();
  for (const row of rows) {
    if (row.uom !== uom || row.validFrom > at || (row.validUntil && row.validUntil <= at)) continue;
    const rival = tiers.get(row.minQuantityMicro);
    if (!rival || row.validFrom > rival.validFrom) tiers.set(row.minQuantityMicro, row);
  }
  return [...tiers.values()].sort((a, b) => (a.minQuantityMicro < b.minQuantityMicro ? -1 : 1));
}

const reaches = (tier: PriceRow, quantityMicro: bigint): boolean => tier.minQuantityMicro <= quantityMicro || tier.minQuantityMicro <= ONE;
