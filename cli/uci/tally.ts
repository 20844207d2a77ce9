export type Tally = Map<string, number>;

export const countOf = (tally: Tally, what: string): Tally => tally.set(what, (tally.get(what) ?? 0) + 1);

/** The first of those seen most often. */
export function mostFrequent(tally: Tally): string | undefined {
  let best: string | undefined;
  for (const [what, times] of tally) if (best === undefined || times > (tally.get(best) ?? 0)) best = what;
  return best;
}
