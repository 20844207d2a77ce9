export interface Runs {
  /** Says that there may be work; returns at once. */
  nudge(): void;
  /** Resolves when nothing runs and nothing is to run. */
  idle(): Promise<void>;
}

/**
 * Work on whatever there is to do, one run at a time: however often it is asked for meanwhile, one more run follows, for what
 * came up after that one had looked.
 * @param work does not fail: what it cannot do now the next run does
 */
export function runAgain(work: () => Promise<void>): Runs {
  let running: Promise<void> | undefined;
  let again = false;

  async function run(): Promise<void> {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = undefined; // in the same turn in which nothing more was asked for
    }
  }

  return {
    nudge() {
      again = true;
      running ??= run();
    },
    async idle() {
      while (running) await running;
    },
  };
}
