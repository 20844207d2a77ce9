import { randomBytes } from 'node:crypto';

const BYTES = 32;

/** As libraries of Standard Webhooks take it. */
export const makeSecret = (): string => `whsec_${randomBytes(BYTES).toString('base64')}`;
