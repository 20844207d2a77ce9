/** Work that costs little more for a hundred than for one. */
export interface Gathering<Item> {
  /** Resolves when the item is done with; rejects when it could not be. */
  put(item: Item): Promise<void>;
  /** Does what is there at once; what comes later is refused. */
  stop(): Promise<void>;
}

export interface GatherOptions {
  /** How many are handed over together. */
  readonly most: number;
  /** How long it rests after each slice, for more to come together. */
  readonly restMs: number;
}

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Hands items over in slices, one slice at a time and in their order: at once after a quiet time, else after a rest. What fails
 * together is tried one by one, so that a bad item takes nobody along.
 */
export function gather<Item>(work: (items: readonly Item[]) => Promise<void>, { most, restMs }: GatherOptions): Gathering<Item> {
  const waiting: Waiting<Item>[] = [];
  let working: Promise<void> | undefined;
  let restUntil = 0;
  let stopped = false;
  let wake = (): void => undefined;

  async function workOff(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve)); // whoever comes in this turn of the loop comes along
    while (waiting.length > 0) {
      await rest(restUntil - performance.now());
      await settle(waiting.splice(0, most));
      restUntil = performance.now() + restMs;
    }
  }

  /** Ends early when a slice is full, or when nothing more comes. */
  function rest(ms: number): Promise<void> | undefined {
    if (ms <= 0 || stopped || waiting.length >= most) return undefined;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function settle(slice: readonly Waiting<Item>[]): Promise<void> {
    try {
      await work(slice.map(({ item }) => item));
      for (const { resolve } of slice) resolve();
    } catch (error) {
      const [first, ...others] = slice;
      if (others.length === 0) first?.reject(error);
      else for (const each of slice) await settle([each]);
    }
  }

  function start(): void {
    working ??= workOff().finally(() => {
      working = undefined;
      if (waiting.length > 0) start();
    });
  }

  return {
    put(item) {
      if (stopped) return Promise.reject(new Error('Nothing more is taken.'));
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (waiting.length >= most) wake();
        start();
      });
    },
    async stop() {
      stopped = true;
      wake();
      while (working) await working;
    },
  };
}
