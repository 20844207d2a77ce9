import { isSeller, may, type Viewer } from '#kernel/viewer.ts';

interface Requested {
  readonly accountId: string;
  readonly requesterId: string;
  readonly ownerId: string;
}

/** Who sees an approval without being asked: the seller, who asked, who gets it, and who manages the account or sees all of its orders. */
export function mayHandleApproval(viewer: Viewer, { accountId, requesterId, ownerId }: Requested): boolean {
  if (isSeller(viewer) || viewer.id === requesterId || viewer.id === ownerId) return true;
  return accountId === viewer.accountId && seesAllApprovals(viewer);
}

/** Whether a buyer sees all approvals of the account. */
export const seesAllApprovals = (viewer: Viewer): boolean => viewer.kind === 'BUYER' && (may(viewer, 'VIEW_ORDER') || may(viewer, 'MANAGE_ACCOUNT') || may(viewer, 'APPROVE_ORDER'));
