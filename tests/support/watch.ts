import type { Client, FormattedExecutionResult } from 'graphql-ws';
import type { Data } from './session.ts';

export type Result = FormattedExecutionResult<Data, unknown>;

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

/** Subscribes on a client's socket. */
export async function watch(client: Client, query: string, variables?: Record<string, unknown>): Promise<Watch> {
  return watchResults(client.iterate<Data>({ query, variables }));
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
