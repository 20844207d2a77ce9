import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestFacts } from '#kernel/viewer.ts';
import type { Identity } from './authenticate.ts';

/** Who asks, and what travels with the question. */
export interface Caller extends RequestFacts {
  readonly expiresAt?: number;
  readonly forwarded: Readonly<Record<string, string>>;
}

const REQUEST_ID = /^[\w.:-]{1,64}$/;
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

export function createCaller(identity: Identity, headers: IncomingHttpHeaders, forwardHeaders: readonly string[]): Caller {
  return { ...identity, requestId: requestIdFrom(headers), trace: traceFrom(headers), forwarded: pickHeaders(headers, forwardHeaders) };
}

/** They describe the client's connection and body, not ours; or they are the envelope that only we may write. */
const NEVER_FORWARDED = /^(?:host|connection|content-.*|transfer-encoding|accept|upgrade|sec-.*|x-cartwright-.*)$/;

/** A client's own request id, if it is fit to be logged and sent on. */
export function requestIdFrom(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

function traceFrom(headers: IncomingHttpHeaders): string | undefined {
  const given = headers.traceparent;
  return typeof given === 'string' && TRACEPARENT.test(given) ? given : undefined;
}

function pickHeaders(headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    if (NEVER_FORWARDED.test(name)) continue;
    const value = headers[name];
    if (value !== undefined) picked[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return picked;
}
