import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import type { PunchoutContext } from '../context.ts';
import { SESSION_LIFECYCLE, type SessionFacts } from '../domain/session-lifecycle.ts';
import type { PunchoutSession } from '../entities/punchout-session.ts';
import { askBuyer, issueToken } from '../peers/accounts.ts';
import { hashOf } from './make-secret.ts';
import { asVisitor } from './open-session.ts';
import { requireEnabled } from './save-partner.ts';

export interface StartedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly session: PunchoutSession;
}

const DAY_MS = 86_400_000;

export function factsOf({ clock, config }: PunchoutContext, { startUntil, expiresAt, returnedAt, operation }: PunchoutSession): SessionFacts {
  const now = clock.now();
  return { pastStart: startUntil < now, pastEnd: expiresAt < now, pastOrder: returnedAt != null && returnedAt.getTime() + config.orderDays * DAY_MS < now.getTime(), operation };
}

/** The start page is opened: whoever has its token gets one to shop with, once. Opened twice, or late, it is refused alike. */
export async function startSession(context: PunchoutContext, startToken: string): Promise<StartedSession> {
  requireEnabled(context);
  const session = await context.db.transact(async ({ sql }) => {
    const found = await sql.selectFrom('PunchoutSession').selectAll().where('startTokenHash', '=', hashOf(startToken)).executeTakeFirst();
    if (!found) throw refuse('NOT_FOUND', 'There is no such start page.');
    const { to: status } = judgeOrRefuse(SESSION_LIFECYCLE, { status: found.status, command: 'start', roles: ['visitor'], facts: factsOf(context, found) }, {});
    await sql.updateTable('PunchoutSession').set({ status, updatedAt: context.clock.now() }).where('id', '=', found.id).execute();
    return { ...found, status };
  });
  const buyer = await askBuyer(context.ask, session.userId);
  if (!buyer) throw refuse('FORBIDDEN', 'The buyer of this session is no longer there.');
  const seconds = Math.max(1, Math.floor((session.expiresAt.getTime() - context.clock.now().getTime()) / 1_000));
  const { token, expiresAt } = await issueToken(context.ask, { userId: session.userId, permissions: asVisitor(buyer).permissions, seconds });
  return { token, expiresAt: new Date(expiresAt), session };
}
