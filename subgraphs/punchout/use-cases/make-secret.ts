import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 24;

/** As much chance as a key has: so a plain hash is enough to know it again by, and to keep. */
export const makeSecret = (): string => randomBytes(BYTES).toString('base64url');

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export function isSecret(given: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hash));
}
