import { refuse, type ErrorCode, type ErrorDetails } from '#kernel/errors.ts';

/** A condition on a move: undefined when it holds, otherwise the refusal. `unless` guards read facts, never a clock or a database. */
export type Guard<Facts> = (facts: Facts) => { code: ErrorCode; reason: string } | undefined;

export interface Move<Status, Role, Facts> {
  readonly to: Status;
  readonly by: readonly Role[];
  readonly when?: readonly Guard<Facts>[];
  /** The action type of the audit row this move writes. */
  readonly audit: string;
  /** The destination of the message that leaves with the move, if it has one. */
  readonly announces?: string;
}

export type Lifecycle<Status extends string, Command extends string, Role, Facts> = {
  readonly [S in Status]: { readonly [C in Command]?: Move<Status, Role, Facts> };
};

export type Judgement<Status, Role, Facts> =
  | { readonly allowed: true; readonly move: Move<Status, Role, Facts> }
  | { readonly allowed: false; readonly code: ErrorCode; readonly reason: string };

/** May someone in these roles give this command in this status? The only place where a lifecycle table is read for a decision. */
export function judge<Status extends string, Command extends string, Role, Facts>(
  lifecycle: Lifecycle<Status, Command, Role, Facts>,
  question: { status: Status; command: Command; roles: readonly Role[]; facts: Facts },
): Judgement<Status, Role, Facts> {
  const move = lifecycle[question.status][question.command];
  if (!move) return { allowed: false, code: 'INVALID_STATE', reason: `Not possible while the status is ${question.status}.` };
  if (!move.by.some((role) => question.roles.includes(role))) return { allowed: false, code: 'FORBIDDEN', reason: 'Not yours to do.' };
  for (const guard of move.when ?? []) {
    const refusal = guard(question.facts);
    if (refusal) return { allowed: false, ...refusal };
  }
  return { allowed: true, move };
}

/** The judged move, or the refusal thrown: with the details, and those for who may not where that is the reason. */
export function judgeOrRefuse<Status extends string, Command extends string, Role, Facts>(
  lifecycle: Lifecycle<Status, Command, Role, Facts>,
  question: { status: Status; command: Command; roles: readonly Role[]; facts: Facts },
  details: ErrorDetails,
  forbidden: ErrorDetails = {},
): Move<Status, Role, Facts> {
  const judgement = judge(lifecycle, question);
  if (judgement.allowed) return judgement.move;
  throw refuse(judgement.code, judgement.reason, { ...details, ...(judgement.code === 'FORBIDDEN' && forbidden), status: question.status, action: question.command });
}

/** The public face of one row of a judgement. */
export interface Action {
  readonly name: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

export function actionOf(name: string, judgement: { allowed: true } | { allowed: false; reason: string }): Action {
  return { name, allowed: judgement.allowed, reason: judgement.allowed ? null : judgement.reason };
}
