import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import { holdersOf } from '../domain/approval-flow.ts';
import type { ApprovalStatus } from '../domain/approval-lifecycle.ts';
import { seesAllApprovals } from '../domain/approval-rights.ts';
import type { Approval } from '../entities/approval.ts';
import { findCapacities } from './find-capacities.ts';

export interface ApprovalSearch {
  readonly status?: readonly ApprovalStatus[] | null;
  /** Only those that wait for a word of the viewer. */
  readonly waitingForMe?: boolean | null;
  /** Only those the viewer asked for. */
  readonly mine?: boolean | null;
}

/** The approvals the viewer may see, newest first: ids are made in time order, so they are the cursor. */
export async function listApprovals(context: OrdersContext, { status, waitingForMe, mine }: ApprovalSearch, page: PageRequest): Promise<Connection<Approval>> {
  const viewer = requireViewer(context);
  const capacities = await findCapacities(context, viewer);
  const asked = (only: boolean) => {
    const rows = context.db.sql.selectFrom('ApprovalApprover').select('approvalId').where('accountId', '=', viewer.accountId).where('holder', 'in', capacities.flatMap(holdersOf));
    return only ? rows.where('asked', '=', true) : rows;
  };
  return readPage(page, (approval) => [approval.id], 1, async (limit, after) => {
    let rows = context.db.sql.selectFrom('Approval').selectAll().orderBy('id', 'desc').limit(limit);
    if (!isSeller(viewer) && !seesAllApprovals(viewer)) {
      rows = rows.where((eb) => eb.or([eb('requesterId', '=', viewer.id), eb('ownerId', '=', viewer.id), eb('id', 'in', asked(false))]));
    }
    if (!isSeller(viewer)) rows = rows.where((eb) => eb.or([eb('accountId', '=', viewer.accountId), eb('requesterId', '=', viewer.id)]));
    if (mine) rows = rows.where('requesterId', '=', viewer.id);
    if (waitingForMe) {
      rows = rows.where('id', 'in', asked(true)).where('requesterId', '!=', viewer.id).where('ownerId', '!=', viewer.id);
    }
    if (after?.[0]) rows = rows.where('id', '<', after[0]);
    if (status != null) rows = rows.where('status', 'in', [...status]);
    return rows.execute();
  });
}
