import { closing } from '#kernel/closing.ts';

/** Which aggregates somebody in this process follows live: those are brought up to date at once. */
export interface Watched {
  has(id: string): boolean;
  /** Counts the watcher for as long as it reads. */
  during<Frame>(id: string, frames: AsyncIterableIterator<Frame>): AsyncIterableIterator<Frame>;
}

export function createWatched(): Watched {
  const watchers = new Map<string, number>();

  function leave(id: string): void {
    const left = (watchers.get(id) ?? 1) - 1;
    if (left > 0) watchers.set(id, left);
    else watchers.delete(id);
  }

  return {
    has: (id) => watchers.has(id),
    during<Frame>(id: string, frames: AsyncIterableIterator<Frame>): AsyncIterableIterator<Frame> {
      watchers.set(id, (watchers.get(id) ?? 0) + 1);
      return closing(frames, () => leave(id));
    },
  };
}
