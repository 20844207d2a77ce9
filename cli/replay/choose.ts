export interface Choice {
  /** So many, taken evenly. */
  readonly count?: number;
  /** Each so-manieth, the first included. */
  readonly every?: number;
  /** These by name. */
  readonly numbers?: readonly string[];
}

/** Some of all, evenly from the first to the last. */
export function chooseEvenly(eligible: readonly string[], { count, every, numbers }: Choice): string[] {
  if (numbers) return eligible.filter((number) => numbers.includes(number));
  if (every !== undefined) return eligible.filter((_, i) => i % every === 0);
  const wanted = Math.min(count ?? eligible.length, eligible.length);
  return Array.from({ length: wanted }, (_, i) => eligible[Math.floor((i * eligible.length) / wanted)]).filter((number) => number !== undefined);
}
