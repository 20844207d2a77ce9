import { OutsideFault } from '#kernel/outside-fault.ts';

export interface Places {
  /** Works as soon as there is a place; refused at once when too many wait, and when `stop` comes before the place does. */
  take<T>(stop: AbortSignal, work: () => Promise<T>): Promise<T>;
}

/** Bounds how much is asked of an outside system at once, and how many wait for it. */
export function createPlaces(places: number, mostWaiting: number): Places {
  let free = places;
  const waiting = new Set<() => void>();

  function place(stop: AbortSignal): Promise<void> {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    if (waiting.size >= mostWaiting) return Promise.reject(new OutsideFault('BUSY', 'too many questions wait for it'));
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        waiting.delete(enter);
        reject(new OutsideFault('BUSY', 'no place became free in time'));
      };
      const enter = (): void => {
        stop.removeEventListener('abort', giveUp);
        resolve();
      };
      waiting.add(enter);
      stop.addEventListener('abort', giveUp, { once: true });
    });
  }

  function leave(): void {
    const [next] = waiting;
    if (!next) {
      free += 1;
      return;
    }
    waiting.delete(next);
    next(); // takes over the place
  }

  return {
    async take(stop, work) {
      await place(stop);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
