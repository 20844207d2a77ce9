import { jwtVerify } from 'jose';
import { viewerFromClaims } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';

/** Whom a guest's token belongs to; undefined when it is no valid token of a guest. */
export async function guestOfToken({ issuer, clock }: AccountsContext, token: string): Promise<{ id: string; accountId: string } | undefined> {
  const verified = await jwtVerify(token, issuer.keys, { issuer: issuer.issuer, audience: issuer.audience, currentDate: clock.now() }).catch(() => undefined); // not ours, or over
  const viewer = verified && viewerFromClaims(verified.payload);
  return viewer?.kind === 'GUEST' ? { id: viewer.id, accountId: viewer.accountId } : undefined;
}
