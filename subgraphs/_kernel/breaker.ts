/** Whether an outside system is called at all: closed, it is; open, it is left alone; half-open, one call tries whether it is back. */
export type Breaker =
  | { readonly state: 'CLOSED'; readonly failures: number }
  | { readonly state: 'OPEN'; readonly until: number }
  | { readonly state: 'HALF_OPEN'; readonly until: number };

export interface BreakerRules {
  /** Failures in a row after which it opens. */
  readonly failuresToOpen: number;
  /** How long it is left alone, in milliseconds. */
  readonly openMs: number;
}

export const CLOSED: Breaker = { state: 'CLOSED', failures: 0 };

/** May somebody call now? Whoever is admitted after the pause is the one that tries; the others wait for its fate, or for another pause. */
export function admit(breaker: Breaker, now: number, { openMs }: BreakerRules): { admitted: boolean; breaker: Breaker } {
  if (breaker.state === 'CLOSED') return { admitted: true, breaker };
  if (now < breaker.until) return { admitted: false, breaker };
  return { admitted: true, breaker: { state: 'HALF_OPEN', until: now + openMs } };
}

/** Calls begun before it opened may still come back well: they do not end the pause. */
export const succeeded = (breaker: Breaker): Breaker => (breaker.state === 'OPEN' ? breaker : CLOSED);

export function failed(breaker: Breaker, now: number, { failuresToOpen, openMs }: BreakerRules): Breaker {
  if (breaker.state === 'OPEN') return breaker;
  const failures = breaker.state === 'CLOSED' ? breaker.failures + 1 : failuresToOpen;
  return failures < failuresToOpen ? { state: 'CLOSED', failures } : { state: 'OPEN', until: now + openMs };
}
