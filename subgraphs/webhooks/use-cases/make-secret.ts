import { randomBytes } from 'node:crypto';

/** 24 to 64 random bytes are asked for; this is as long as the signature. */
const BYTES = 32;

export const makeSecret = (): string => `whsec_${randomBytes(BYTES).toString('base64')}`;
