/** What else is to be closed with frames that close something already. */
const closers = new WeakMap<object, (() => void)[]>();

/**
 * The same frames, and `close` called once when they end, fail or are given up. It is called before the source is asked
 * to return: a generator that waits cannot be returned from, and closing what it waits for wakes it. Each layer costs a
 * turn a frame, and there are as many as watchers: so what closes several things is one layer.
 */
export function closing<Frame>(frames: AsyncIterableIterator<Frame>, close: () => void): AsyncIterableIterator<Frame> {
  const others = closers.get(frames);
  if (others) {
    others.unshift(close); // the outermost first
    return frames;
  }
  const all = [close];
  /** All of them, whatever one of them throws. */
  const closeOnce = (): void => {
    for (let each = all.shift(); each; each = all.shift()) {
      try {
        each();
      } catch (error) {
        closeOnce();
        throw error;
      }
    }
  };
  const taken = (result: IteratorResult<Frame>): IteratorResult<Frame> => {
    if (result.done) closeOnce();
    return result;
  };
  const failed = (error: unknown): never => {
    closeOnce();
    throw error;
  };
  const closed: AsyncIterableIterator<Frame> = {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => frames.next().then(taken, failed),
    async return() {
      closeOnce();
      return (await frames.return?.()) ?? { done: true, value: undefined };
    },
    async throw(error) {
      closeOnce();
      if (!frames.throw) throw error;
      return frames.throw(error);
    },
  };
  closers.set(closed, all);
  return closed;
}
