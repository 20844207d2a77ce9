export interface PricedPart {
  readonly unitPriceMicro: bigint;
  readonly ratioMicro: bigint;
}

const MICRO = 1_000_000n;

/**
 * What one of a kit or model costs: its own price where a list has one, otherwise its parts times their ratios, rounded
 * half-up once. Undefined when a part has no price: a kit is not cheaper because something in it is unknown.
 */
export function rollUpPrice(ownPriceMicro: bigint | undefined, parts: readonly (PricedPart | undefined)[]): bigint | undefined {
  if (ownPriceMicro !== undefined) return ownPriceMicro;
  if (parts.length === 0) return undefined;
  let total = 0n;
  for (const part of parts) {
    if (!part) return undefined;
    total += part.unitPriceMicro * part.ratioMicro;
  }
  return (total + MICRO / 2n) / MICRO;
}
