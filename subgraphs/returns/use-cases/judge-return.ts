import { actionOf, judge, judgeOrRefuse, type Action, type Move } from '#kernel/lifecycle.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { RETURN_LIFECYCLE, type ReturnCommand, type ReturnFacts, type ReturnRole, type ReturnStatus } from '../domain/return-lifecycle.ts';
import { rolesOf } from '../domain/return-rights.ts';
import type { Return } from '../entities/return.ts';

type ReturnMove = Move<ReturnStatus, ReturnRole, ReturnFacts>;

/** May the viewer do this to the return now? @returns the move, which says where to and what leaves with it */
export function judgeReturn(viewer: Viewer, before: Return, command: ReturnCommand, facts: ReturnFacts): ReturnMove {
  return judgeOrRefuse(RETURN_LIFECYCLE, { status: before.status, command, roles: rolesOf(viewer, before), facts }, { returnId: before.id });
}

/** The move the shop makes by itself, as its settings say. */
export function judgeForSystem(status: ReturnStatus, returnId: string, command: ReturnCommand): ReturnMove {
  const facts: ReturnFacts = { hasLines: true };
  return judgeOrRefuse(RETURN_LIFECYCLE, { status, command, roles: ['system'], facts }, { returnId });
}

const ACTIONS = [['submitReturn', 'submit'], ['approveReturn', 'approve'], ['rejectReturn', 'reject']] as const;

/** The mutations a viewer could send for the return, and whether they would be allowed. */
export function actionsOn(viewer: Viewer, { status, ...owned }: Return, facts: ReturnFacts): Action[] {
  const roles = rolesOf(viewer, { ...owned, status });
  return ACTIONS.map(([name, command]) => actionOf(name, judge(RETURN_LIFECYCLE, { status, command, roles, facts })));
}
