import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { PunchoutContext } from '../context.ts';
import type { PunchoutSession } from '../entities/punchout-session.ts';

/** The session, if it is the viewer's own; to all others it does not exist. */
export async function readSession(context: PunchoutContext, sessionId: string): Promise<PunchoutSession> {
  const viewer = requireViewer(context);
  const session = looksLikeId(sessionId) ? await context.db.sql.selectFrom('PunchoutSession').selectAll().where('id', '=', sessionId).executeTakeFirst() : undefined;
  if (!session || session.userId !== viewer.id || session.accountId !== viewer.accountId) throw refuse('NOT_FOUND', 'There is no such session.', { sessionId });
  return session;
}
