import { actionOf, judge, judgeOrRefuse, type Action, type Move } from '#kernel/lifecycle.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { RETURN_LIFECYCLE, type ReturnCommand, type ReturnFacts, type ReturnRole, type ReturnStatus } from '../domain/return-lifecycle.ts';
import { askedRole, rolesOf, stepsAfter } from '../domain/return-rights.ts';
import type { Return } from '../entities/return.ts';

type ReturnMove = Move<ReturnStatus, ReturnRole, ReturnFacts>;

const factsOf = (root: Return, hasLines: boolean): ReturnFacts => ({ hasLines, stepsAfter: stepsAfter(root) });

/** May the viewer do this to the return now? @returns the move, which says where to and what leaves with it */
export function judgeReturn(viewer: Viewer, before: Return, command: ReturnCommand, { hasLines }: Pick<ReturnFacts, 'hasLines'>): ReturnMove {
  const { id: returnId, version: currentVersion, updatedById: changedBy, status } = before;
  return judgeOrRefuse(RETURN_LIFECYCLE, { status, command, roles: rolesOf(viewer, before), facts: factsOf(before, hasLines) }, { returnId, currentVersion, changedBy }, { requiredRole: askedRole(before) });
}

/** What an approver says who agrees: yes as the last, or that the next may be asked. [RET-37] */
export const agreeing = (root: Return): 'agree' | 'approve' => (stepsAfter(root) > 0 ? 'agree' : 'approve');

const BACK_OFFICE = [['receiveReturn', 'receive'], ['endReceiving', 'endReceiving'], ['inspectReturn', 'inspect'], ['disposeReturn', 'dispose']] as const;

/** The mutations a viewer could send for the return, and whether they would be allowed. */
export function actionsOn(viewer: Viewer, root: Return, hasLines: boolean): Action[] {
  const actions = [['updateReturnLines', 'edit'], ['submitReturn', 'submit'], ['cancelReturn', 'cancel'], ['approveReturn', agreeing(root)], ['rejectReturn', 'reject'], ['tellReturnLocation', 'locate']] as const;
  const roles = rolesOf(viewer, root);
  return [...actions, ...(roles.includes('warehouse') ? BACK_OFFICE : [])].map(([name, command]) => actionOf(name, judge(RETURN_LIFECYCLE, { status: root.status, command, roles, facts: factsOf(root, hasLines) })));
}
