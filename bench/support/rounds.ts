import type { Aim, Arm, Comparison, Metrics } from './claim.ts';

export const ROUNDS = 5;

export interface Measured {
  compare(what: string, beside: string, metric: string, unit: Comparison['unit'], aim?: Aim): Comparison;
}

/** Measures the arms in turn, round after round, so that whatever else the machine does meets all alike. The first round warms up and is not counted. */
export async function alternate(arms: readonly Arm[], rounds: number = ROUNDS): Promise<Measured> {
  const results = new Map<string, Metrics[]>(arms.map((arm) => [arm.name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const arm of round % 2 === 0 ? arms : arms.toReversed()) {
      const metrics = await arm.measure();
      if (round > 0) results.get(arm.name)?.push(metrics);
    }
  }
  const series = (arm: string, metric: string): number[] => (results.get(arm) ?? []).map((metrics) => metrics[metric] ?? NaN);
  return {
    compare: (what, beside, metric, unit, aim) => ({
      what: unit === 'ms' ? `${what}, ${metric}` : what,
      beside,
      unit,
      here: series(what, metric),
      there: series(beside, metric),
      aim,
    }),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** The value that the given share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
