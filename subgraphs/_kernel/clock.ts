/** Time comes in as an argument everywhere, so tests can move it. */
export interface Clock {
  now(): Date;
  inDays(days: number): Date;
  /** It stands for every clock there is, that of the database too. */
  readonly everywhere?: boolean;
}

const DAY_MS = 86_400_000;

const clockOf = (nowMs: () => number): Clock => ({
  now: () => new Date(nowMs()),
  inDays: (days) => new Date(nowMs() + days * DAY_MS),
});

export const systemClock: Clock = clockOf(() => Date.now());

/** The clock of a machine that goes wrong by so much: nobody else's does. */
export const wrongClock = (byMs: number): Clock => clockOf(() => Date.now() + byMs);

export interface FakeClock extends Clock {
  advance(ms: number): void;
}

export function fakeClock(start: Date = new Date('2026-01-05T09:00:00Z')): FakeClock {
  let nowMs = start.getTime();
  return { ...clockOf(() => nowMs), everywhere: true, advance: (ms) => void (nowMs += ms) };
}
