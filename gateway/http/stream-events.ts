import type { ServerResponse } from 'node:http';
import type { Answerer } from '../answer.ts';
import type { Caller } from '../caller.ts';
import type { Deadline } from '../deadline.ts';
import type { Prepared } from '../engine.ts';
import type { WireError, WireResult } from '../execute/errors.ts';

const PING_MS = 12_000;
const SLOW_READER_MS = 30_000;

/**
 * GraphQL over server-sent events, distinct connections: one operation, one stream. Its own few lines instead of the
 * library's handler, because that one reads ahead without bound when the client does not; here the next frame is asked
 * for only when the last one has left.
 */
export async function streamEvents(
  response: ServerResponse,
  prepared: Prepared | { readonly errors: readonly WireError[] },
  caller: Caller,
  { answerer, closing }: { readonly answerer: Answerer; readonly closing: Deadline },
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache', connection: 'keep-alive', 'x-accel-buffering': 'no' });
  response.write(':\n\n'); // some browsers wait for a first byte
  const ping = setInterval(() => response.writableNeedDrain || response.write(':\n\n'), PING_MS);
  const expiry = caller.expiresAt === undefined ? undefined : setTimeout(() => response.end(), Math.min(caller.expiresAt - Date.now(), 0x7fffffff));
  const forget = closing.onPass(() => response.end());
  try {
    await (isStream(prepared) ? sendAll(response, answerer.stream(prepared, caller)) : sendOne(response, prepared, caller, answerer));
  } finally {
    clearInterval(ping);
    clearTimeout(expiry);
    forget();
    if (!response.writableEnded) response.end('event: complete\ndata: \n\n');
  }
}

const isStream = (prepared: Prepared | { errors: readonly WireError[] }): prepared is Prepared => !('errors' in prepared) && prepared.operation.definition.operation === 'subscription';

async function sendOne(response: ServerResponse, prepared: Prepared | { readonly errors: readonly WireError[] }, caller: Caller, answerer: Answerer): Promise<void> {
  await write(response, 'errors' in prepared ? prepared : await answerer.answer(prepared, caller));
}

async function sendAll(response: ServerResponse, frames: AsyncGenerator<WireResult>): Promise<void> {
  const stop = (): void => void frames.return(undefined);
  response.once('close', stop);
  for await (const frame of frames) {
    if (response.writableEnded || response.destroyed) break;
    await write(response, frame);
  }
}

/** Resolves when the frame has left for the network; a reader who takes none for half a minute is cut. */
function write(response: ServerResponse, frame: WireResult): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => response.destroy(), SLOW_READER_MS);
    response.write(`event: next\ndata: ${JSON.stringify(frame)}\n\n`, () => {
      clearTimeout(late);
      resolve();
    });
  });
}
