import type { Client, FormattedExecutionResult } from 'graphql-ws';
import type { Data } from './session.ts';

export type Result = FormattedExecutionResult<Data, unknown>;

export interface Watch {
  /** Resolves with the first thing that came: a frame, a refusal, the end. Only what travels on a socket knows. */
  readonly begun?: Promise<void>;
  /** The next frame's data; an error in it, the end of the stream or 15 s of silence fail the test. */
  next(): Promise<Data>;
  /** The next frame as it came, errors and all; undefined at the end. */
  raw(): Promise<Result | undefined>;
  /** Frames until one passes the test, that one included. */
  until(passes: (data: Data) => boolean): Promise<Data[]>;
  close(): Promise<void>;
}

const SILENCE_MS = 15_000;

/** Subscribes on a client's socket, at once; what arrives waits to be read. */
export async function watch(client: Client, query: string, variables?: Record<string, unknown>): Promise<Watch> {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  return { ...watchResults(arrivals(client, query, variables, begin)), begun };
}

/** Not the client's own iterator: that one loses a refusal which comes before the first `next`. */
function arrivals(client: Client, query: string, variables: Record<string, unknown> | undefined, begin: () => void): AsyncIterableIterator<Result> {
  const arrived: IteratorResult<Result>[] = [];
  let wake: (() => void) | undefined;
  const arrive = (result: IteratorResult<Result>): void => {
    arrived.push(result);
    begin();
    wake?.();
  };
  const end = (): void => arrive({ done: true, value: undefined });
  const stop = client.subscribe<Data>(
    { query, variables },
    {
      next: (value) => arrive({ done: false, value }),
      error(error) {
        if (Array.isArray(error)) arrive({ done: false, value: { errors: error } });
        end();
      },
      complete: end,
    },
  );
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      while (arrived.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return arrived.shift() ?? { done: true, value: undefined };
    },
    async return() {
      stop();
      return { done: true, value: undefined };
    },
  };
}

/** The results of a subscription, however they travel, one by one. */
export function watchResults(results: AsyncIterableIterator<Result>): Watch {
  async function raw(): Promise<Result | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`No frame within ${SILENCE_MS} ms.`)), SILENCE_MS);
    });
    try {
      const result = await Promise.race([results.next(), silence]);
      return result.done ? undefined : result.value;
    } finally {
      clearTimeout(timer);
    }
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
    close: async () => void (await results.return?.()),
  };
}
