import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { openRequirements } from '../domain/approval-flow.ts';
import type { Approval, Verdict } from '../entities/approval.ts';
import { checkContent } from './check-content.ts';
import { changeApproval, noteApprovers, type ApprovalChange } from './change-approval.ts';
import { findCapacities } from './find-capacities.ts';
import { judgeAnswer } from './judge-answer.ts';
import { readApproval } from './read-approval.ts';

export interface Decide {
  readonly approvalId: string;
  /** Of what was read: nobody agrees to what they have not seen. */
  readonly contentHash: string;
  readonly comment?: string | null;
}

const MAX_COMMENT = 1_000;

/** An approver agrees. The last yes that is needed lets the order be placed on behalf of who asked for it. [I15] */
export const approveOrder = (context: OrdersContext, input: Decide): Promise<Approval> => decide(context, input, 'AGREED');

/** An approver says no, and why; nothing is ordered, and the cart may be changed and asked for again. */
export async function rejectOrder(context: OrdersContext, input: Decide): Promise<Approval> {
  if (!input.comment?.trim()) throw refuse('BAD_USER_INPUT', 'Say why it is rejected.', { approvalId: input.approvalId });
  return decide(context, input, 'REJECTED');
}

async function decide(context: OrdersContext, { approvalId, contentHash, comment }: Decide, verdict: Verdict): Promise<Approval> {
  const viewer = requireViewer(context);
  if ((comment?.length ?? 0) > MAX_COMMENT) throw refuse('BAD_USER_INPUT', `A comment has at most ${MAX_COMMENT} characters.`, { approvalId });
  const seen = await readApproval(context, approvalId);
  const { id } = seen;
  const capacities = await findCapacities(context, viewer);
  if (verdict === 'AGREED' && judgeAnswer(viewer, capacities, seen, []).answers.length > 0) await checkContent(context, seen);
  const now = context.clock.now();
  context.loaders.approvalById.clear(id);
  context.loaders.decisionsOfApproval.clear(id);
  return context.db.transact(async (tx) => {
    const approval = await tx.sql.selectFrom('Approval').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const decisions = await tx.sql.selectFrom('ApprovalDecision').selectAll().where('approvalId', '=', id).execute();
    const { answers, given } = judgeAnswer(viewer, capacities, approval, decisions);
    const saying = { roles: answers.length > 0 ? ['approver'] : [], actorId: viewer.id, now } as const satisfies Partial<ApprovalChange>;
    const moved = await changeApproval(tx, approval, { ...saying, command: verdict === 'AGREED' ? 'agree' : 'reject', payload: { onBehalfOf: answers[0]?.onBehalfOf ?? null } });
    if (contentHash !== approval.contentHash) throw refuse('APPROVAL_STALE', 'This is not what you read. Read it again.', { approvalId: id, contentHash: approval.contentHash });
    await tx.sql.insertInto('ApprovalDecision').values({ id: newId(), approvalId: id, accountId: approval.accountId, userId: viewer.id, verdict, comment: comment?.trim() || null, answers, decidedAt: now }).execute();
    if (verdict === 'REJECTED') return moved;
    const open = openRequirements(approval.demands, [...given, ...answers]);
    await noteApprovers(tx, approval, open);
    return open.length > 0 ? moved : changeApproval(tx, moved, { ...saying, command: 'grant', roles: ['system'] });
  });
}
