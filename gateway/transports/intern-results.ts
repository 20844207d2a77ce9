import type { ExecutionResult } from 'graphql';

const WINDOW_MS = 250;

/**
 * Gives equal events that arrive together one and the same object: the work on frames is shared by identity, and over a
 * wire every watcher receives a copy. Only for a moment: the same event later may meet other data elsewhere in the graph.
 */
export function createInterner(now: () => number = Date.now): (result: ExecutionResult) => ExecutionResult {
  let known = new Map<string, ExecutionResult>();
  let since = now();
  return (result) => {
    if (now() - since > WINDOW_MS) {
      known = new Map();
      since = now();
    }
    const text = JSON.stringify(result);
    const same = known.get(text);
    if (same) return same;
    known.set(text, result);
    return result;
  };
}
