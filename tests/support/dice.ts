/** Chance that can be thrown again: the same seed gives the same numbers. */
export interface Dice {
  readonly seed: number;
  /** From 0 up to, not including, 1. */
  roll(): number;
  between(low: number, high: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

export function createDice(seed: number = Number(process.env.SEED ?? Date.now() % 1_000_000)): Dice {
  let state = seed;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    roll,
    between: (low, high) => low + Math.floor(roll() * (high - low + 1)),
    pick: (choices) => choices[Math.floor(roll() * choices.length)] ?? choices[0],
  };
}
