/** A tenth more or less, so that what failed together does not come back together. */
const SPREAD = 0.1;
const FIRST_REST_S = 1;

/**
 * When something is sent again that was answered wrongly.
 * @param attempts how often it has been sent
 * @param waits seconds before each attempt, the first included
 * @param random from 0 to 1
 */
export function nextAttempt(attempts: number, now: Date, waits: readonly number[], random: number): Date {
  const wait = waits[Math.min(attempts, waits.length - 1)] ?? 0;
  return new Date(now.getTime() + wait * 1_000 * (1 + SPREAD * (2 * random - 1)));
}

/** How long a system is left alone, in milliseconds, that has not answered so many times in a row. */
export const restAfter = (failures: number, mostSeconds: number): number => Math.min(FIRST_REST_S * 2 ** Math.min(failures - 1, 20), mostSeconds) * 1_000;
