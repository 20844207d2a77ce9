import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import { isTracked } from '../domain/return-lifecycle.ts';
import { problemsOfBilling, problemsOfLines, problemsOfParties, type ReturnProblem } from '../domain/return-problems.ts';
import type { Return } from '../entities/return.ts';
import { askLinesToReturn } from '../peers/orders.ts';
import { findKnownParties } from './find-parties.ts';

/** Everything that keeps a return from being submitted at this moment: quantities, policy, addresses and contacts, of every line. [RET-16, RET-25, RET-26] */
export async function findProblems(context: ReturnsContext, viewer: Viewer, root: Return): Promise<ReturnProblem[]> {
  const { ask, loaders, config, clock } = context;
  const lines = await loaders.linesOfReturn.load(root.id);
  const [ordered, known] = await Promise.all([askLinesToReturn(ask, lines.map((line) => line.orderLineId), root.id), findKnownParties(context, viewer, root, lines)]);
  return [...problemsOfLines(lines, ordered, config, clock.now()), ...problemsOfBilling(root.billToAccountId, lines, ordered), ...problemsOfParties(root, lines, known)];
}

/** The same for who reads it: a return that was handed in has none any more. */
export async function problemsToShow(context: ReturnsContext, root: Return): Promise<ReturnProblem[]> {
  return isTracked(root.status) ? [] : findProblems(context, requireViewer(context), root);
}
