import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { viewerFromClaims, type Viewer } from '#kernel/viewer.ts';
import { createLru } from './lru.ts';

export interface AuthOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's keys come from: a URL, or a function that finds them. */
  readonly keys: JWTVerifyGetKey | URL | string;
}

export interface Identity {
  readonly viewer: Viewer | null;
  /** Milliseconds since 1970; absent for anonymous requests. */
  readonly expiresAt?: number;
}

/** Undefined = the token is bad: nothing may be executed. No token = nobody, which subgraphs may allow. */
export type Authenticate = (authorization: string | undefined) => Promise<Identity | undefined>;

export const ANONYMOUS: Identity = { viewer: null };
/** Fixed here: a token does not get to choose how it is judged. */
const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'];
const CLOCK_TOLERANCE_S = 5;
const TOKENS_KEPT = 10_000;

export function createAuthenticate(options: AuthOptions | undefined): Authenticate {
  if (!options) return async () => ANONYMOUS;
  const { issuer, audience } = options;
  const keys = typeof options.keys === 'function' ? options.keys : createRemoteJWKSet(new URL(options.keys), { cooldownDuration: 30_000, timeoutDuration: 3_000 });
  const verified = createLru<Identity & { readonly expiresAt: number }>(TOKENS_KEPT);

  return async (authorization) => {
    const token = readToken(authorization);
    if (token === undefined) return ANONYMOUS;
    const known = verified.get(token);
    if (known && known.expiresAt > Date.now()) return known;
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_TOLERANCE_S, requiredClaims: ['exp', 'sub'] });
      const viewer = viewerFromClaims(payload);
      if (!viewer || payload.exp === undefined) return undefined;
      const identity = { viewer, expiresAt: payload.exp * 1000 };
      verified.set(token, identity);
      return identity;
    } catch {
      return undefined; // why it is bad helps only who forged it
    }
  };
}

function readToken(authorization: string | undefined): string | undefined {
  const text = authorization?.trim();
  if (!text) return undefined;
  return text.replace(/^bearer\s+/i, '');
}
