/** A source of events that a test pushes by hand, and that knows who listens. */
export interface Feed<T> {
  readonly listeners: number;
  /** How many events a reader has taken out. */
  readonly taken: number;
  push(event: T): void;
  end(): void;
  listen(): AsyncIterableIterator<T>;
  /** Resolves once so many listen. */
  until(listeners: number): Promise<void>;
}

export function createFeed<T>(): Feed<T> {
  const queues = new Set<{ events: T[]; wake: () => void; done: boolean }>();
  let taken = 0;
  const feed: Feed<T> = {
    get listeners() {
      return queues.size;
    },
    get taken() {
      return taken;
    },
    push(event) {
      for (const queue of queues) {
        queue.events.push(event);
        queue.wake();
      }
    },
    end() {
      for (const queue of queues) {
        queue.done = true;
        queue.wake();
      }
    },
    listen() {
      const queue = { events: [] as T[], wake: () => {}, done: false };
      queues.add(queue);
      return {
        async next() {
          while (queue.events.length === 0 && !queue.done) await new Promise<void>((resolve) => (queue.wake = resolve));
          const [event] = queue.events.splice(0, 1);
          if (event === undefined) {
            queues.delete(queue);
            return { done: true, value: undefined };
          }
          taken += 1;
          return { done: false, value: event };
        },
        async return() {
          queue.done = true;
          queues.delete(queue);
          queue.wake();
          return { done: true, value: undefined };
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
    async until(listeners) {
      while (queues.size !== listeners) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
  return feed;
}
