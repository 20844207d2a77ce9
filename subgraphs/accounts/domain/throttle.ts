import { refuse } from '#kernel/errors.ts';

export interface Throttle {
  /** Counts one try of the key. Refuses with TOO_MANY_REQUESTS when there were too many. */
  take(key: string, now: Date): void;
}

const MOST_KEYS = 10_000;

/** So many tries of a key in so long, in the memory of one process. */
export function createThrottle(most: number, perMs: number): Throttle {
  const windows = new Map<string, { readonly endsAt: number; tries: number }>();

  function forgetPast(now: number): void {
    for (const [key, { endsAt }] of windows) if (endsAt <= now) windows.delete(key);
    for (const key of windows.keys()) {
      if (windows.size < MOST_KEYS) break;
      windows.delete(key); // the oldest: memory is worth more than the count of a key among thousands
    }
  }

  return {
    take(key, at) {
      const now = at.getTime();
      const known = windows.get(key);
      if (known && known.endsAt > now) {
        known.tries += 1;
        if (known.tries > most) throw refuse('TOO_MANY_REQUESTS', 'This was tried too often. Try again later.', { retryAt: new Date(known.endsAt).toISOString() });
        return;
      }
      if (windows.size >= MOST_KEYS) forgetPast(now);
      windows.set(key, { endsAt: now + perMs, tries: 1 });
    },
  };
}
