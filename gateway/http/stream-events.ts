import type { ServerResponse } from 'node:http';
import type { Answerer } from '../answer.ts';
import type { Caller } from '../caller.ts';
import type { Deadline } from '../deadline.ts';
import type { Prepared } from '../engine.ts';
import type { WireError, WireResult } from '../execute/errors.ts';

const PING_MS = 12_000;

/**
 * GraphQL over server-sent events, distinct connections: one operation, one stream. Its own few lines instead of the
 * library's handler, because that one reads ahead without bound when the client does not; here the next frame is asked
 * for only when the last one has left.
 */
export async function streamEvents(
  response: ServerResponse,
  prepared: Prepared | { readonly errors: readonly WireError[] },
  caller: Caller,
  { answerer, closing, maxFrameAgeMs }: { readonly answerer: Answerer; readonly closing: Deadline; readonly maxFrameAgeMs: number },
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache', connection: 'keep-alive', 'x-accel-buffering': 'no' });
  response.write(':\n\n'); // some browsers wait for a first byte
  const ping = setInterval(() => response.writableNeedDrain || response.write(':\n\n'), PING_MS);
  const expiry = caller.expiresAt === undefined ? undefined : setTimeout(() => response.end(), Math.min(caller.expiresAt - Date.now(), 0x7fffffff));
  const forget = closing.onPass(() => response.end());
  try {
    if (isStream(prepared)) await sendAll(answerer.stream(prepared, caller));
    else await write('errors' in prepared ? prepared : await answerer.answer(prepared, caller));
  } finally {
    clearInterval(ping);
    clearTimeout(expiry);
    forget();
    if (!response.writableEnded) response.end('event: complete\ndata: \n\n');
  }

  async function sendAll(frames: AsyncGenerator<WireResult>): Promise<void> {
    const stop = (): void => void frames.return(undefined);
    response.once('close', stop);
    for await (const frame of frames) {
      if (response.writableEnded || response.destroyed) break;
      await write(frame);
    }
  }

  /** Resolves when the frame has left for the network; a reader who takes none for so long is cut. */
  function write(frame: WireResult): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(() => response.destroy(), maxFrameAgeMs);
      response.write(`event: next\ndata: ${JSON.stringify(frame)}\n\n`, () => {
        clearTimeout(late);
        resolve();
      });
    });
  }
}

const isStream = (prepared: Prepared | { errors: readonly WireError[] }): prepared is Prepared => !('errors' in prepared) && prepared.operation.definition.operation === 'subscription';
