/** Which carts somebody in this process follows live: those are repriced at once when a price list moves. */
export interface WatchedCarts {
  has(cartId: string): boolean;
  /** Counts the watcher for as long as it reads. */
  during<Frame>(cartId: string, frames: AsyncIterableIterator<Frame>): AsyncIterableIterator<Frame>;
}

export function createWatchedCarts(): WatchedCarts {
  const watchers = new Map<string, number>();

  function leave(cartId: string): void {
    const left = (watchers.get(cartId) ?? 1) - 1;
    if (left > 0) watchers.set(cartId, left);
    else watchers.delete(cartId);
  }

  return {
    has: (cartId) => watchers.has(cartId),
    during<Frame>(cartId: string, frames: AsyncIterableIterator<Frame>): AsyncIterableIterator<Frame> {
      watchers.set(cartId, (watchers.get(cartId) ?? 0) + 1);
      let watching = true;
      const stopWatching = (): void => {
        if (watching) leave(cartId);
        watching = false;
      };
      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        async next() {
          try {
            const frame = await frames.next();
            if (frame.done) stopWatching();
            return frame;
          } catch (error) {
            stopWatching();
            throw error;
          }
        },
        async return() {
          stopWatching();
          return (await frames.return?.()) ?? { done: true, value: undefined };
        },
      };
    },
  };
}
