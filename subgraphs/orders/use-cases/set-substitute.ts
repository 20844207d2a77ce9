import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { may, type Viewer } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import type { ApprovalSubstitute } from '../entities/approval-rule.ts';
import { refuseStrangers } from '../peers/members.ts';
import { touchSpendingPolicy } from './touch-spending-policy.ts';

export interface WantedSubstitute {
  /** Who is away; the viewer when left out. */
  readonly userId?: string | null;
  readonly substituteId: string;
  readonly startsAt?: Date | null;
  readonly endsAt: Date;
}

/** Somebody answers for the viewer while they are away; or for another, by an administrator, who does not name themselves. */
export async function setSubstitute(context: OrdersContext, { userId: wanted, substituteId, startsAt: begin, endsAt }: WantedSubstitute): Promise<ApprovalSubstitute> {
  const viewer = requireBuyer(context);
  const userId = wanted ?? viewer.id;
  if (userId !== viewer.id && (!may(viewer, 'MANAGE_ACCOUNT') || substituteId === viewer.id)) throw refuse('FORBIDDEN', 'Only who is away, or an administrator, names somebody else to answer.');
  const startsAt = begin ?? context.clock.now();
  if (substituteId === userId) throw refuse('BAD_USER_INPUT', 'Nobody stands in for themselves.');
  if (endsAt <= startsAt) throw refuse('BAD_USER_INPUT', 'It ends before it begins.');
  const { accountId } = viewer;
  await refuseStrangers(context.ask, accountId, [userId, substituteId]);
  const substitute: ApprovalSubstitute = { id: newId(), accountId, userId, substituteId, startsAt, endsAt };
  await context.db.transact(async (tx) => {
    await tx.sql.insertInto('ApprovalSubstitute').values(substitute).execute();
    await touchSpendingPolicy(tx, { viewer, accountId }, { what: 'substitute', id: substitute.id });
  });
  return substitute;
}

/** Nobody answers for them any more; gone already, nothing happens. @returns its id */
export async function removeSubstitute(context: OrdersContext, substituteId: string): Promise<string> {
  const viewer = requireBuyer(context);
  const { accountId } = viewer;
  await context.db.transact(async (tx) => {
    const known = await tx.sql.selectFrom('ApprovalSubstitute').selectAll().where('id', '=', substituteId).where('accountId', '=', accountId).executeTakeFirst();
    if (!known) return;
    if (known.userId !== viewer.id && !may(viewer, 'MANAGE_ACCOUNT')) throw refuse('FORBIDDEN', 'Only who is away, or an administrator, takes this back.');
    await tx.sql.deleteFrom('ApprovalSubstitute').where('id', '=', substituteId).execute();
    await touchSpendingPolicy(tx, { viewer, accountId }, { what: 'substitute', id: substituteId });
  });
  return substituteId;
}

/** Who stands in for whom: for administrators of the account all, for others what concerns them. */
export async function listSubstitutes(context: OrdersContext): Promise<ApprovalSubstitute[]> {
  const viewer = requireBuyer(context);
  const all = await context.db.sql.selectFrom('ApprovalSubstitute').selectAll().where('accountId', '=', viewer.accountId).where('endsAt', '>', context.clock.now()).orderBy('id').execute();
  return may(viewer, 'MANAGE_ACCOUNT') ? all : all.filter(({ userId, substituteId }) => userId === viewer.id || substituteId === viewer.id);
}

function requireBuyer(context: OrdersContext): Viewer {
  const viewer = requireViewer(context);
  if (viewer.kind !== 'BUYER') throw refuse('FORBIDDEN', 'Only business buyers approve orders.');
  return viewer;
}
