import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { claimsOf, viewerFromClaims, type RequestFacts } from '#kernel/viewer.ts';

/*
 * The envelope around every call from the gateway (or a peer) to a subgraph over the wire: a JWT (HS256) that names
 * one subgraph, one body and at most 30 seconds. A subgraph reads it before it parses anything.
 */
export const INTERNAL_HEADER = 'x-cartwright-internal';
const LIFETIME_S = 30;
const CLOCK_TOLERANCE_S = 5;
const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');

export function hashBody(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}

/** @param audience the subgraph's name; @param body the exact bytes of the request body (or of the WebSocket payload) */
export function mintInternalToken(secret: string, audience: string, facts: RequestFacts, body: string, nowMs: number): string {
  const issued = Math.floor(nowMs / 1000);
  const payload = {
    ...(facts.viewer ? claimsOf(facts.viewer) : {}),
    aud: audience,
    iat: issued,
    exp: issued + LIFETIME_S,
    jti: randomUUID(),
    bh: hashBody(body),
    rid: facts.requestId,
    trc: facts.trace,
  };
  const signed = `${HEADER}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${signed}.${sign(secret, signed)}`;
}

/** The facts of the request, or undefined when the token is missing, forged, stale, for another subgraph or for another body. */
export function verifyInternalToken(secret: string, audience: string, token: string | undefined, body: string, nowMs: number): RequestFacts | undefined {
  const [header, payload, signature, extra] = token?.split('.') ?? [];
  if (header !== HEADER || !payload || !signature || extra !== undefined) return undefined;
  if (!same(signature, sign(secret, `${header}.${payload}`))) return undefined;
  const claims = readJson(payload);
  if (!claims || claims.aud !== audience || claims.bh !== hashBody(body)) return undefined;
  const now = nowMs / 1000;
  if (typeof claims.exp !== 'number' || typeof claims.iat !== 'number') return undefined;
  if (claims.exp + CLOCK_TOLERANCE_S < now || claims.iat - CLOCK_TOLERANCE_S > now || claims.exp - claims.iat > LIFETIME_S) return undefined;
  const viewer = claims.sub === undefined ? null : viewerFromClaims(claims);
  if (viewer === undefined) return undefined;
  return {
    viewer,
    requestId: typeof claims.rid === 'string' ? claims.rid : 'unknown',
    trace: typeof claims.trc === 'string' ? claims.trc : undefined,
  };
}

const sign = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function readJson(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // not JSON: the caller treats it as no token
  }
}
