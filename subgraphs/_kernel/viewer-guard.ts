import { refuse } from '#kernel/errors.ts';
import type { RequestFacts, Viewer } from '#kernel/viewer.ts';
import { may } from '#kernel/viewer.ts';

/** The viewer, or a refusal: for all that needs someone. */
export function requireViewer(facts: RequestFacts): Viewer {
  if (!facts.viewer) throw refuse('UNAUTHENTICATED', 'Sign in, or start a guest session, first.');
  return facts.viewer;
}

export function requirePermission(viewer: Viewer, permission: string): void {
  if (!may(viewer, permission)) throw refuse('FORBIDDEN', `This needs the permission ${permission}.`, { permission });
}

export function requireAdministrator(facts: RequestFacts): Viewer {
  const viewer = requireViewer(facts);
  if (viewer.kind !== 'ADMINISTRATOR') throw refuse('FORBIDDEN', 'Only an administrator of the seller may do this.');
  return viewer;
}

/** For peers that act for no person: schedules, and what outside systems send. Nobody reaches it with a token. */
export function requireSystem({ viewer }: RequestFacts): void {
  if (viewer !== null) throw refuse('FORBIDDEN', 'Only the shop itself does this.');
}
