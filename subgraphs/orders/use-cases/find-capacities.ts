import type { Viewer } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import type { Capacity } from '../domain/approval-flow.ts';
import { askMembers } from '../peers/members.ts';

/** As whom somebody may answer now: themselves, and who is away and has named them, with what those may do at this moment. */
export async function findCapacities({ db, ask, clock }: OrdersContext, { id, accountId, kind, permissions }: Viewer): Promise<Capacity[]> {
  if (kind !== 'BUYER') return [];
  const now = clock.now();
  const away = await db.sql.selectFrom('ApprovalSubstitute').select('userId').where('accountId', '=', accountId).where('substituteId', '=', id).where('startsAt', '<=', now).where('endsAt', '>', now).execute();
  const absent = await askMembers(ask, accountId, [...new Set(away.map(({ userId }) => userId))]);
  return [{ userId: id, permissions }, ...absent.map((member) => ({ userId: member.id, permissions: member.permissions }))];
}
