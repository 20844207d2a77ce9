import type { WireResult } from '../execute/errors.ts';

const texts = new WeakMap<WireResult, string>();

/** A frame that a thousand watchers share is made text once; the library would do it for each. */
function textOf(frame: WireResult): string {
  const known = texts.get(frame);
  if (known !== undefined) return known;
  const text = JSON.stringify(frame);
  texts.set(frame, text);
  return text;
}

/** The `next` message of the graphql-transport-ws protocol. */
export const nextMessage = (id: string, frame: WireResult): string => `{"id":${JSON.stringify(id)},"type":"next","payload":${textOf(frame)}}`;

/**
 * What a subscription hands to the protocol: it sends its frames itself and yields none, so all that is left to the
 * protocol is its end. The next frame is asked for when the last one has been taken.
 */
export function sendFrames(frames: AsyncGenerator<WireResult>, send: (frame: WireResult) => Promise<void>): AsyncGenerator<never> {
  let over = false;

  async function next(): Promise<IteratorResult<never, undefined>> {
    for (;;) {
      const frame = await frames.next();
      if (frame.done || over) return DONE;
      try {
        await send(frame.value);
      } catch (error) {
        await end(); // whoever loops over a generator that fails does not end it
        throw error;
      }
    }
  }

  async function end(): Promise<IteratorResult<never, undefined>> {
    over = true;
    await frames.return(undefined);
    return DONE;
  }

  return {
    next,
    return: end,
    async throw(error) {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await end()),
  };
}

const DONE = { done: true, value: undefined } as const;
