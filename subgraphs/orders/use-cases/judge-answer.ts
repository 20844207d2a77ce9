import { actionOf, judge, type Action } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import { answersOf, impartial, openRequirements, type Answered, type Capacity, type GivenYes } from '../domain/approval-flow.ts';
import { APPROVAL_LIFECYCLE, type ApprovalCommand, type ApprovalRole } from '../domain/approval-lifecycle.ts';
import type { Approval, ApprovalDecision } from '../entities/approval.ts';
import { findCapacities } from './find-capacities.ts';

export interface JudgedAnswer {
  readonly answers: readonly Answered[];
  readonly given: readonly GivenYes[];
}

/** What somebody's word would count for now, and what was given before it. People of other accounts have none. */
export function judgeAnswer(viewer: Viewer, capacities: readonly Capacity[], approval: Approval, decisions: readonly ApprovalDecision[]): JudgedAnswer {
  const given = decisions.flatMap(({ answers }) => answers);
  if (viewer.accountId !== approval.accountId) return { answers: [], given };
  return { answers: answersOf(viewer.id, impartial(viewer.id, capacities, approval), openRequirements(approval.demands, given), given), given };
}

const ACTIONS: readonly (readonly [mutation: string, command: ApprovalCommand])[] = [['approveOrder', 'agree'], ['rejectOrder', 'reject'], ['withdrawApproval', 'withdraw']];

/** The mutations a viewer could send for the approval, and whether they would be allowed. */
export async function actionsOnApproval(context: OrdersContext, approval: Approval): Promise<Action[]> {
  const viewer = requireViewer(context);
  const decisions = await context.loaders.decisionsOfApproval.load(approval.id);
  const { answers } = judgeAnswer(viewer, await findCapacities(context, viewer), approval, decisions);
  const roles: ApprovalRole[] = [...(answers.length > 0 ? (['approver'] as const) : []), ...(viewer.id === approval.requesterId ? (['requester'] as const) : [])];
  const question = { status: approval.status, roles, facts: { expired: approval.expiresAt <= context.clock.now() } };
  return ACTIONS.map(([name, command]) => actionOf(name, judge(APPROVAL_LIFECYCLE, { ...question, command })));
}
