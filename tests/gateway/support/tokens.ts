import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWTVerifyGetKey } from 'jose';
import type { AuthOptions } from '../../../gateway/authenticate.ts';

export interface Issuer {
  readonly auth: AuthOptions;
  /** A token for that person; `claims` override the good ones. */
  token(id: string, claims?: Record<string, unknown>, lifetimeS?: number): Promise<string>;
}

export async function createIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'EdDSA' };
  const keys: JWTVerifyGetKey = createLocalJWKSet({ keys: [jwk] });
  return {
    auth: { issuer: 'https://issuer.example', audience: 'shop', keys },
    token(id, claims = {}, lifetimeS = 60) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ sub: id, kind: 'BUYER', account: 'acme', permissions: ['READ'], iss: 'https://issuer.example', aud: 'shop', exp: now + lifetimeS, ...claims })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
        .sign(privateKey);
    },
  };
}
