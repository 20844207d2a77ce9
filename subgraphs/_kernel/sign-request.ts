import { createHmac } from 'node:crypto';

export interface SignedRequest {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** The signature of a request to an outside system as Standard Webhooks writes it, so that its libraries can verify ours. */
export function signRequest(secret: string, { id, timestamp, body }: SignedRequest): string {
  return `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

const keyOf = (secret: string): Buffer => (secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret));
