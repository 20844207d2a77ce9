import { holdsAt, type PriceRow, type TierRule } from './pricing-facts.ts';

export interface TierQuestion {
  /** The rows of one product in one list, in any order. */
  readonly rows: readonly PriceRow[];
  readonly tierRule: TierRule;
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly at: Date;
}

export interface FoundTier {
  readonly listMicro: bigint;
  readonly tier: PriceRow;
  /** Other tiers the quantity reaches. */
  readonly passed: readonly PriceRow[];
  /** The nearest tier that would be better. */
  readonly next: PriceRow | undefined;
}

const ONE = 1_000_000n;

/**
 * The list price and the tier that holds. Of rows for the same quantity the one that began last holds, so a new price
 * supersedes an older one. A tier "from 1" covers fractions of one too; below the smallest tier there is no price.
 */
export function findTier({ rows, tierRule, quantityMicro, uom, at }: TierQuestion): FoundTier | undefined {
  const tiers = tiersInForce(rows, uom, at);
  const lowest = tiers[0];
  if (!lowest || !reaches(lowest, quantityMicro)) return undefined;

  const reached = tiers.filter((tier) => reaches(tier, quantityMicro));
  const tier = HOLDS[tierRule](reached);
  return {
    listMicro: (tiers.find(({ minQuantityMicro }) => minQuantityMicro === ONE) ?? lowest).unitPriceMicro,
    tier,
    passed: reached.filter((other) => other !== tier),
    next: tiers.find((other) => !reaches(other, quantityMicro) && other.unitPriceMicro < tier.unitPriceMicro),
  };
}

/** Which of the tiers a quantity reaches, by rising quantity, is the one. */
const HOLDS: { readonly [R in TierRule]: (reached: readonly PriceRow[]) => PriceRow } = {
  CHEAPEST: (reached) => reached.reduce((a, b) => (b.unitPriceMicro < a.unitPriceMicro ? b : a)),
  REACHED: (reached) => reached.reduce((_, last) => last),
};

/** One row a quantity, the one that began last, by rising quantity. */
function tiersInForce(rows: readonly PriceRow[], uom: string, at: Date): PriceRow[] {
  const tiers = new Map<bigint, PriceRow>();
  for (const row of rows) {
    if (row.uom !== uom || !holdsAt(row, at)) continue;
    const rival = tiers.get(row.minQuantityMicro);
    if (!rival || row.validFrom > rival.validFrom) tiers.set(row.minQuantityMicro, row);
  }
  return [...tiers.values()].sort((a, b) => (a.minQuantityMicro < b.minQuantityMicro ? -1 : 1));
}

const reaches = (tier: PriceRow, quantityMicro: bigint): boolean => tier.minQuantityMicro <= quantityMicro || tier.minQuantityMicro <= ONE;
