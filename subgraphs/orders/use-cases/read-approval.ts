import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller, type Viewer } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import { holdersOf } from '../domain/approval-flow.ts';
import { mayHandleApproval } from '../domain/approval-rights.ts';
import type { Approval } from '../entities/approval.ts';
import { findCapacities } from './find-capacities.ts';

/** The approval as its reader may see it, or a refusal that tells strangers nothing. */
export async function readApproval(context: OrdersContext, approvalId: string): Promise<Approval> {
  const viewer = requireViewer(context);
  const approval = looksLikeId(approvalId) ? await context.loaders.approvalById.load(approvalId) : undefined;
  if (!approval || !(await maySeeApproval(context, viewer, approval))) throw noSuchApproval(approvalId);
  return approval;
}

export const noSuchApproval = (approvalId: string): Error => refuse('NOT_FOUND', 'There is no such approval.', { approvalId });

async function maySeeApproval(context: OrdersContext, viewer: Viewer, approval: Approval): Promise<boolean> {
  if (mayHandleApproval(viewer, approval)) return true;
  if (isSeller(viewer) || approval.accountId !== viewer.accountId) return false;
  const holders = new Set((await findCapacities(context, viewer)).flatMap(holdersOf));
  return (await context.loaders.approversOfApproval.load(approval.id)).some(({ holder }) => holders.has(holder));
}
