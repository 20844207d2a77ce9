import type { Client, FormattedExecutionResult } from 'graphql-ws';
import type { Data } from './session.ts';

type Result = FormattedExecutionResult<Data, unknown>;

export interface Watch {
  /** The next frame's data; an error in it, the end of the stream or 5 s of silence fail the test. */
  next(): Promise<Data>;
  /** The next frame as it came, errors and all; undefined at the end. */
  raw(): Promise<Result | undefined>;
  /** Frames until one passes the test, that one included. */
  until(passes: (data: Data) => boolean): Promise<Data[]>;
  close(): Promise<void>;
}

const SILENCE_MS = 5_000;

/** Subscribes at once; what arrives waits to be read. */
export async function watch(client: Client, query: string, variables?: Record<string, unknown>): Promise<Watch> {
  const arrived: (Result | undefined)[] = [];
  let wake: (() => void) | undefined;
  const arrive = (result: Result | undefined): void => {
    arrived.push(result);
    wake?.();
  };
  const stop = client.subscribe<Data>(
    { query, variables },
    {
      next: arrive,
      error: (error) => {
        if (Array.isArray(error)) arrive({ errors: error }); // refused before it began
        arrive(undefined);
      },
      complete: () => arrive(undefined),
    },
  );

  async function raw(): Promise<Result | undefined> {
    const end = Date.now() + SILENCE_MS;
    while (arrived.length === 0) {
      const left = end - Date.now();
      if (left <= 0) throw new Error(`No frame within ${SILENCE_MS} ms.`);
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, left);
      });
      clearTimeout(timer);
    }
    return arrived.shift();
  }

  async function next(): Promise<Data> {
    const result = await raw();
    if (!result) throw new Error('The stream has ended.');
    if (result.errors || !result.data) throw new Error(`Refused: ${JSON.stringify(result.errors)}`);
    return result.data;
  }

  return {
    raw,
    next,
    async until(passes) {
      const frames: Data[] = [];
      do frames.push(await next());
      while (!passes(frames.at(-1) ?? {}));
      return frames;
    },
    close: async () => stop(),
  };
}
