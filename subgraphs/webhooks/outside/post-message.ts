import { Agent, request, type Dispatcher } from 'undici';
import { publicLookup, type Resolve } from '#kernel/public-lookup.ts';
import { faultOfUrl } from '#kernel/safe-address.ts';
import { signRequest } from '#kernel/sign-request.ts';

export interface Message {
  /** The same for each attempt: by it a receiver knows what it has had. */
  readonly id: string;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  /** The message is signed with each of them. */
  readonly secrets: readonly string[];
}

/** What came of one attempt. */
export interface Answer {
  readonly statusCode: number | null;
  readonly error: string | null;
  /** How the answer began. */
  readonly answer: string | null;
  readonly tookMs: number;
}

export interface Poster {
  /** Sends one message once, as Standard Webhooks has it. Never throws. */
  post(receiver: Receiver, message: Message, options?: { readonly withinSeconds?: number }): Promise<Answer>;
  close(): Promise<void>;
}

const READ_BYTES = 2_048;
const KEPT_CHARACTERS = 500;

export interface PosterOptions {
  /** For everything: to connect, to send, to be answered. */
  readonly timeoutSeconds: number;
  readonly places: number;
  readonly trustPrivateNetwork: boolean;
}

/** @param resolve finds the addresses of a name */
export function createPoster({ timeoutSeconds, places, trustPrivateNetwork }: PosterOptions, resolve?: Resolve): Poster {
  const timeout = timeoutSeconds * 1_000;
  const agent = new Agent({ connections: places, keepAliveTimeout: 10_000, connect: { timeout, ...(trustPrivateNetwork ? {} : { lookup: publicLookup(resolve) }) } });

  async function send({ url, secrets }: Receiver, { id, body }: Message, withinSeconds: number): Promise<Omit<Answer, 'tookMs'>> {
    const fault = faultOfUrl(url, trustPrivateNetwork);
    if (fault) return { statusCode: null, error: `the URL may not be called: ${fault}`, answer: null };
    const timestamp = Math.floor(Date.now() / 1_000); // receivers compare it with their own clocks
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Cartwright-Webhooks',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': secrets.map((secret) => signRequest(secret, { id, timestamp, body })).join(' '),
    };
    const stop = AbortSignal.timeout(withinSeconds * 1_000);
    try {
      const response = await request(url, { method: 'POST', headers, body, dispatcher: agent, signal: stop }); // redirects are not followed
      return { statusCode: response.statusCode, error: null, answer: await beginningOf(response.body) };
    } catch (error) {
      return { statusCode: null, error: stop.aborted ? `no answer within ${withinSeconds} s` : reasonOf(error), answer: null };
    }
  }

  return {
    async post(receiver, message, { withinSeconds = timeoutSeconds } = {}) {
      const began = performance.now();
      const answer = await send(receiver, message, withinSeconds);
      return { ...answer, tookMs: Math.round(performance.now() - began) };
    },
    close: () => agent.destroy(),
  };
}

/** The status has been said; whatever happens to the rest of the answer changes nothing. */
async function beginningOf(body: Dispatcher.ResponseData['body']): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= READ_BYTES) break; // leaving the loop ends the answer
    }
  } catch {
    // kept as far as it came
  }
  const text = Buffer.concat(chunks).toString('utf8').slice(0, KEPT_CHARACTERS);
  return text === '' ? null : text;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return String(code ?? message ?? error).slice(0, KEPT_CHARACTERS); // a code says all, and names no address
}
