import { timingSafeEqual } from 'node:crypto';
import { signRequest, type SignedRequest } from '#kernel/sign-request.ts';

/** What is older, or younger, than this is not believed. */
export const WINDOW_SECONDS = 5 * 60;

export interface GivenSignature {
  readonly id: string;
  /** Seconds since 1970, as text. */
  readonly timestamp: string;
  /** One or several, with spaces between. */
  readonly signature: string;
  readonly body: string;
}

/** Whether one of the signatures is by one of the secrets, and of about now. */
export function isSignedBy(secrets: readonly string[], { id, timestamp, signature, body }: GivenSignature, now: Date): boolean {
  const seconds = Number(timestamp);
  if (id === '' || !Number.isSafeInteger(seconds) || Math.abs(now.getTime() / 1_000 - seconds) > WINDOW_SECONDS) return false;
  const given = signature.split(' ').slice(0, 10);
  return secrets.some((secret) => given.some((each) => same(each, signRequest(secret, { id, timestamp: seconds, body }))));
}

/** Signed with each of them, so that the other side may have changed over or not. */
export const signaturesBy = (secrets: readonly string[], request: SignedRequest): string => secrets.map((secret) => signRequest(secret, request)).join(' ');

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
