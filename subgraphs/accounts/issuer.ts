import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, SignJWT, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { newId } from '#kernel/ids.ts';
import { claimsOf, type Viewer } from '#kernel/viewer.ts';

/** The built-in issuer of tokens; any OIDC issuer can stand in its place in production. */
export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: JSONWebKeySet;
  readonly keys: JWTVerifyGetKey;
  /** @returns the token and the moment it ends */
  issue(viewer: Viewer, lifetimeSeconds: number, now: Date): Promise<{ token: string; expiresAt: Date }>;
}

export const ISSUER_NAME = 'cartwright';
export const AUDIENCE = 'cartwright';
const ALGORITHM = 'EdDSA';

/** @param keyFile where the private key is kept; made when missing. Without it the key lives as long as the process. */
export async function openIssuer(keyFile?: string): Promise<Issuer> {
  const privateJwk = await loadKey(keyFile);
  const key = await importJWK(privateJwk, ALGORITHM);
  const { d: _secret, ...publicJwk } = privateJwk;
  const jwks: JSONWebKeySet = { keys: [publicJwk] };
  return {
    issuer: ISSUER_NAME,
    audience: AUDIENCE,
    jwks,
    keys: createLocalJWKSet(jwks),
    async issue(viewer, lifetimeSeconds, now) {
      const issuedAt = Math.floor(now.getTime() / 1000);
      const token = await new SignJWT(claimsOf(viewer))
        .setProtectedHeader({ alg: ALGORITHM, kid: privateJwk.kid ?? 'built-in' })
        .setIssuer(ISSUER_NAME)
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .setJti(newId())
        .sign(key);
      return { token, expiresAt: new Date((issuedAt + lifetimeSeconds) * 1000) };
    },
  };
}

async function loadKey(keyFile: string | undefined): Promise<JWK> {
  if (keyFile && existsSync(keyFile)) return JSON.parse(readFileSync(keyFile, 'utf8')) as JWK;
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true, crv: 'Ed25519' });
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: newId(), alg: ALGORITHM, use: 'sig' };
  if (keyFile) {
    mkdirSync(dirname(keyFile), { recursive: true });
    writeFileSync(keyFile, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  }
  return jwk;
}
