export interface PricedPart {
  readonly unitPriceMicro: bigint;
  readonly ratioMicro: bigint;
}

const MICRO = 1_000_000n;

/**
 * What one of a kit or model costs after each of its parts: times their ratios, the sum rounded half-up, so that the last is
 * the price. Undefined when a part has no price: a kit is not cheaper because something in it is unknown.
 */
export function rollUpPrices(parts: readonly (PricedPart | undefined)[]): readonly bigint[] | undefined {
  let total = 0n;
  const after: bigint[] = [];
  for (const part of parts) {
    if (!part) return undefined;
    total += part.unitPriceMicro * part.ratioMicro;
    after.push((total + MICRO / 2n) / MICRO);
  }
  return after;
}
