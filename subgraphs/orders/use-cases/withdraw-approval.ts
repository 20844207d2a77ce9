import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { Approval } from '../entities/approval.ts';
import { changeApproval } from './change-approval.ts';
import { readApproval } from './read-approval.ts';

/** Whoever asked no longer wants it: nothing is ordered, unless it has been already. */
export async function withdrawApproval(context: OrdersContext, approvalId: string): Promise<Approval> {
  const viewer = requireViewer(context);
  const { id } = await readApproval(context, approvalId);
  context.loaders.approvalById.clear(id);
  return context.db.transact(async (tx) => {
    const approval = await tx.sql.selectFrom('Approval').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const roles = viewer.id === approval.requesterId ? (['requester'] as const) : [];
    return changeApproval(tx, approval, { command: 'withdraw', roles, actorId: viewer.id, now: context.clock.now() });
  });
}
