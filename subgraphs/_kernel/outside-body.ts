import type { Dispatcher } from 'undici';
import { OutsideFault } from '#kernel/outside-fault.ts';

/** Two thousand lines of 200 bytes take a fifth of it. */
const MOST_BYTES = 2 * 1024 * 1024;

/** The JSON of an answer that is well and not too large. @throws OutsideFault */
export async function readBody({ statusCode, body }: Dispatcher.ResponseData, stop: AbortSignal): Promise<unknown> {
  if (statusCode !== 200) {
    body.on('error', () => undefined).destroy();
    throw new OutsideFault(statusCode >= 500 || statusCode === 429 ? 'STATUS' : 'REFUSED', `it answered with status ${statusCode}`);
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw new OutsideFault('TOO_LARGE', `its answer is larger than ${MOST_BYTES} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof OutsideFault) throw error;
    throw new OutsideFault(stop.aborted ? 'TIMEOUT' : 'CONNECTION', String(error));
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new OutsideFault('MALFORMED', 'its answer is no JSON');
  }
}
