/**
 * The moment after which nobody waits any more: the time is up, or the client has gone. An AbortSignal is made only for
 * those who need one: most requests are answered long before, and the signal costs more than the timer.
 */
export interface Deadline {
  readonly passed: boolean;
  readonly signal: AbortSignal;
  /** Runs once when the deadline passes; call the result to forget it. */
  onPass(run: () => void): () => void;
}

export interface OpenDeadline extends Deadline {
  /** Passes now. */
  pass(): void;
  /** The work is done: nothing will pass any more. */
  close(): void;
}

export function createDeadline(ms?: number): OpenDeadline {
  const waiting = new Set<() => void>();
  const timer = ms === undefined ? undefined : setTimeout(pass, ms);
  let passed = false;
  let controller: AbortController | undefined;

  function pass(): void {
    if (passed) return;
    passed = true;
    clearTimeout(timer);
    controller?.abort();
    for (const run of waiting) run();
    waiting.clear();
  }

  return {
    get passed() {
      return passed;
    },
    get signal() {
      controller ??= new AbortController();
      if (passed) controller.abort();
      return controller.signal;
    },
    onPass(run) {
      if (passed) run();
      else waiting.add(run);
      return () => void waiting.delete(run);
    },
    pass,
    close() {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
