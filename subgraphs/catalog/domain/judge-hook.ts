import { timingSafeEqual } from 'node:crypto';
import { signRequest } from '#kernel/sign-request.ts';

/** What came with a push: the three headers of Standard Webhooks, and the body as it was sent. */
export interface HookDelivered {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: string;
}

/** A push is believed for so long before and after the moment it names; ids are remembered for longer. */
export const HOOK_WINDOW_MS = 5 * 60_000;

const MAX_ID = 200;

/** Whether a push was signed with the secret, about now. The sender may sign with several keys at once, to change one. */
export function isGenuine(secret: string, { id, timestamp, signature, body }: HookDelivered, now: Date): boolean {
  if (!id || id.length > MAX_ID || !timestamp || !/^\d{1,12}$/.test(timestamp) || !signature) return false;
  const seconds = Number(timestamp);
  if (Math.abs(now.getTime() - seconds * 1_000) > HOOK_WINDOW_MS) return false;
  const right = Buffer.from(signRequest(secret, { id, timestamp: seconds, body }));
  return signature.split(' ').some((given) => isSame(Buffer.from(given), right));
}

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
