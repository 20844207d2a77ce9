import { Agent, request, type Dispatcher } from 'undici';
import { admit, CLOSED, failed, succeeded, type Breaker, type BreakerRules } from '#kernel/breaker.ts';
import type { Clock } from '#kernel/clock.ts';
import { OutsideFault } from '#kernel/outside-fault.ts';
import { createPlaces, type Places } from '#kernel/places.ts';
import { publicLookup } from '#kernel/public-lookup.ts';
import { faultOfUrl } from '#kernel/safe-address.ts';
import { signRequest } from '#kernel/sign-request.ts';
import { isSignedBy } from '../domain/verify-signature.ts';
import { refusalAnswer, SENDER_HEADER, type RefusalAnswer, type WireName } from './wire.ts';

/** Whom something is said to, and what it is signed with. */
export interface Addressee {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

/**
 * What came of saying something. ANSWER and REFUSED are the partner's own words, signed. CLOSED: he did not let us in, so he did not take
 * it; NOT_REACHED: it cannot have arrived; UNKNOWN: it may have, and whatever came back is not to be believed.
 */
export type Reply =
  | { readonly kind: 'ANSWER'; readonly body: unknown }
  | ({ readonly kind: 'REFUSED' } & RefusalAnswer)
  | { readonly kind: 'CLOSED'; readonly reason: string }
  | { readonly kind: 'NOT_REACHED'; readonly reason: string }
  | { readonly kind: 'UNKNOWN'; readonly reason: string };

export interface Said {
  readonly name: WireName;
  readonly id: string;
  readonly body: string;
  readonly timeoutMs: number;
}

export interface PartnerLines {
  /** Says one thing once. Never throws. */
  say(partner: Addressee, said: Said): Promise<Reply>;
  close(): Promise<void>;
}

interface LineOptions {
  /** What we are known by. */
  readonly code: string;
  readonly places: number;
  readonly trustPrivateNetwork: boolean;
}

const BREAKER: BreakerRules = { failuresToOpen: 5, openMs: 2_000 };
const MOST_WAITING = 64;
const MOST_BYTES = 2 * 1024 * 1024;
const CONNECT_MS = 1_500;
/** With these there was no connection, so nothing went over it. */
const NO_CONNECTION: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'ERR_SSL_WRONG_VERSION_NUMBER', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID']);
/** Answered at the door, before anything of it was read. */
const AT_THE_DOOR: ReadonlySet<number> = new Set([400, 401, 403, 404, 413]);

/** The lines to all partners: each bounded in time and number, and left alone for a while when it is not well, so that one of them holds up nobody else. */
export function openPartnerLines({ code, places: atOnce, trustPrivateNetwork }: LineOptions, clock: Clock): PartnerLines {
  // A connection of its own for each message: on one that was kept open nobody could tell whether it had died before or after.
  const agent = new Agent({ connections: atOnce, pipelining: 0, connect: { timeout: CONNECT_MS, ...(trustPrivateNetwork ? {} : { lookup: publicLookup() }) } });
  const lines = new Map<string, { breaker: Breaker; readonly places: Places }>();
  const now = (): number => clock.now().getTime();

  function lineTo(id: string): { breaker: Breaker; readonly places: Places } {
    const line = lines.get(id) ?? { breaker: CLOSED, places: createPlaces(atOnce, MOST_WAITING) };
    lines.set(id, line);
    return line;
  }

  async function post({ url, secret }: Addressee, { name, id, body }: Said, stop: AbortSignal): Promise<Reply> {
    const fault = faultOfUrl(url, trustPrivateNetwork);
    if (fault) return { kind: 'NOT_REACHED', reason: `the URL may not be called: ${fault}` };
    const timestamp = Math.floor(now() / 1_000);
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      [SENDER_HEADER]: code,
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signRequest(secret, { id, timestamp, body }),
    };
    try {
      const response = await request(`${url.replace(/\/$/, '')}/${name}`, { method: 'POST', headers, body, dispatcher: agent, signal: stop }); // redirects are not followed
      return readReply(response, await readText(response.body), secret, clock.now());
    } catch (error) {
      const reason = stop.aborted ? 'no answer in time' : reasonOf(error);
      return { kind: NO_CONNECTION.has(codeOf(error)) ? 'NOT_REACHED' : 'UNKNOWN', reason };
    }
  }

  return {
    async say(partner, said) {
      const line = lineTo(partner.id);
      const judged = admit(line.breaker, now(), BREAKER);
      line.breaker = judged.breaker;
      if (!judged.admitted) return { kind: 'NOT_REACHED', reason: 'it was not well and is left alone for a moment' };
      const stop = AbortSignal.timeout(said.timeoutMs);
      try {
        const reply = await line.places.take(stop, () => post(partner, said, stop));
        line.breaker = reply.kind === 'NOT_REACHED' || reply.kind === 'UNKNOWN' ? failed(line.breaker, now(), BREAKER) : succeeded(line.breaker);
        return reply;
      } catch (error) {
        if (error instanceof OutsideFault) return { kind: 'NOT_REACHED', reason: error.message }; // no place became free
        throw error;
      }
    },
    close: () => agent.destroy(),
  };
}

/** Only what is signed with the secret is the partner's word, whatever else answers at his address. */
function readReply({ statusCode, headers }: Dispatcher.ResponseData, text: string, secret: string, now: Date): Reply {
  const header = (name: string): string => String(headers[name] ?? '');
  const isSigned = isSignedBy([secret], { id: header('webhook-id'), timestamp: header('webhook-timestamp'), signature: header('webhook-signature'), body: text }, now);
  const body = readJson(text);
  if (AT_THE_DOOR.has(statusCode)) {
    const told = refusalAnswer.safeParse(body);
    return { kind: 'CLOSED', reason: told.success ? told.data.code : `status ${statusCode}` };
  }
  if (!isSigned) return { kind: 'UNKNOWN', reason: `an answer of status ${statusCode} that is not signed by the partner` };
  if (statusCode === 200 || statusCode === 202) return { kind: 'ANSWER', body };
  const refusal = refusalAnswer.safeParse(body);
  if (statusCode === 409 && refusal.success) return { kind: 'REFUSED', ...refusal.data };
  return { kind: 'UNKNOWN', reason: `status ${statusCode}` };
}

async function readText(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error(`the answer is larger than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON is no answer
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return String(code ?? message ?? error).slice(0, 300); // a code says all, and names no address
}
