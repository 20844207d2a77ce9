import type { Viewer } from '#kernel/viewer.ts';
import type { AccountsContext } from '../context.ts';
import type { User } from '../entities/user.ts';

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly viewer: Viewer;
}

type SignedIn = Pick<User, 'id' | 'kind' | 'accountId' | 'permissions' | 'name' | 'email'>;

const LIFETIME_S = 12 * 60 * 60;

/** Gives a user a token that carries who they are and what they may do. */
export async function openSession({ db, issuer, clock }: AccountsContext, user: SignedIn): Promise<OpenedSession> {
  const viewer = viewerOf(user);
  db.suspensions.refuse(viewer);
  return { ...(await issuer.issue(viewer, LIFETIME_S, clock.now())), viewer };
}

export function viewerOf(user: SignedIn): Viewer {
  const { id, kind, accountId, permissions, name, email } = user;
  return { id, kind, accountId, permissions, name: name ?? undefined, email: email ?? undefined };
}
