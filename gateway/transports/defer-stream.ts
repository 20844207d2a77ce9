import type { ExecutionResult } from 'graphql';

export type Source = AsyncIterable<ExecutionResult> | ExecutionResult;

/**
 * A stream whose source is opened by the first `next`. Written out, not a generator: `return` must reach the source at
 * once, even while a `next` waits for an event that may never come.
 */
export function deferStream(open: () => Promise<Source>): AsyncIterable<ExecutionResult> {
  return {
    [Symbol.asyncIterator]() {
      let opening: Promise<AsyncIterator<ExecutionResult>> | undefined;
      let opened: AsyncIterator<ExecutionResult> | undefined;
      let closed = false;
      const events = (): Promise<AsyncIterator<ExecutionResult>> => (opening ??= open().then((source) => (opened = iterate(source))));
      return {
        next() {
          if (opened && !closed) return opened.next(); // no turn of its own: there are as many streams as watchers
          return events().then((source) => (closed ? DONE : source.next()));
        },
        async return() {
          closed = true;
          if (opening) await (await opening).return?.();
          return DONE;
        },
      };
    },
  };
}

const DONE: IteratorResult<ExecutionResult, undefined> = { done: true, value: undefined };

function iterate(source: Source): AsyncIterator<ExecutionResult> {
  if (Symbol.asyncIterator in source) return source[Symbol.asyncIterator]();
  return once(source);
}

/** A refusal: one event, then the end. */
async function* once(result: ExecutionResult): AsyncGenerator<ExecutionResult> {
  yield result;
}
