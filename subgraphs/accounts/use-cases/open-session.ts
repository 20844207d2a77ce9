import type { Viewer } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';
import type { User } from '../entities/user.ts';

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly viewer: Viewer;
}

const LIFETIME_S = 12 * 60 * 60;

/** Gives a user a token that carries who they are and what they may do. */
export async function openSession({ issuer, clock }: AccountsContext, user: User): Promise<OpenedSession> {
  const viewer = viewerOf(user);
  return { ...(await issuer.issue(viewer, LIFETIME_S, clock.now())), viewer };
}

export function viewerOf(user: User): Viewer {
  const { id, kind, accountId, permissions, name, email } = user;
  return { id, kind, accountId, permissions, name: name ?? undefined, email: email ?? undefined };
}
