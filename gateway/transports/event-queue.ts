const MAX_WAITING = 128;

export interface EventQueue<T> {
  push(event: T, last?: 'last'): void;
  fail(error: unknown): void;
  end(): void;
  events(onStop: () => void): AsyncIterable<T>;
}

/**
 * Between a socket that pushes and a reader who pulls. The wire cannot be held back for one watcher among many, so the
 * queue is bounded and a watcher who falls behind it is told so and let go.
 */
export function createEventQueue<T>(): EventQueue<T> {
  const waiting: T[] = [];
  let ended = false;
  let failure: unknown;
  let wake: (() => void) | undefined;
  let stop: (() => void) | undefined;

  function settle(error?: unknown): void {
    if (ended) return;
    ended = true;
    failure = error;
    wake?.();
  }

  return {
    push(event, last) {
      if (ended) return;
      waiting.push(event);
      if (last) return settle();
      if (waiting.length > MAX_WAITING) {
        stop?.();
        return settle(new Error(`The reader is more than ${MAX_WAITING} events behind.`));
      }
      wake?.();
    },
    fail: (error) => settle(error ?? new Error('The connection was lost.')),
    end: () => settle(),
    events(onStop) {
      stop = onStop;
      const iterator: AsyncIterator<T> = {
        async next() {
          while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
          const event = waiting.shift();
          if (event !== undefined) return { done: false, value: event };
          if (failure !== undefined) throw failure;
          return { done: true, value: undefined };
        },
        async return() {
          waiting.length = 0;
          settle();
          onStop();
          return { done: true, value: undefined };
        },
      };
      return { [Symbol.asyncIterator]: () => iterator };
    },
  };
}
