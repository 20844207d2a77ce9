/** One JSON line for whoever collects what the tests measured. */
export function report(line: string, figures: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ fault: line, ...figures })}\n`);
}

/** @param share 0.99 for p99 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
