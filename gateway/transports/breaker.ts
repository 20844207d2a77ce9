const FAILURES_TO_OPEN = 5;
const OPEN_MS = 2_000;

export interface Breaker {
  allows(): boolean;
  succeeded(): void;
  failed(): void;
}

/**
 * After a run of failures a subgraph is left alone for a moment, so that requests for the rest of the graph do not queue
 * behind its timeouts; then one request at a time tries whether it is back.
 */
export function createBreaker(now: () => number = Date.now): Breaker {
  let failures = 0;
  let tryAgainAt = 0;
  return {
    allows() {
      if (failures < FAILURES_TO_OPEN) return true;
      if (now() < tryAgainAt) return false;
      tryAgainAt = now() + OPEN_MS; // this one tries; the others wait for its fate
      return true;
    },
    succeeded() {
      failures = 0;
    },
    failed() {
      failures += 1;
      if (failures >= FAILURES_TO_OPEN) tryAgainAt = now() + OPEN_MS;
    },
  };
}
