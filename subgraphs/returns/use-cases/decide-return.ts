import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
import { changeReturn, Overtaken } from './change-return.ts';
import { judgeReturn } from './judge-return.ts';
import { readReturn } from './read-return.ts';

/** The seller agrees to a submitted return, and may say where to send it. [RET-38] */
export function approveReturn(context: ReturnsContext, returnId: string, returnLocation: string | null): Promise<Return> {
  return decide(context, returnId, 'approve', { returnLocation }, { type: 'RETURN_APPROVED', payload: { returnLocation } });
}

/** The seller turns a submitted return down; orders hears of it and frees what it claimed. [RET-38] */
export async function rejectReturn(context: ReturnsContext, returnId: string, reason: string): Promise<Return> {
  await readReturn(context, returnId);
  if (reason.trim() === '') throw refuse('BAD_USER_INPUT', 'Say why it is rejected.', { returnId });
  return decide(context, returnId, 'reject', { reason: reason.trim() }, { type: 'RETURN_REJECTED', payload: { reason: reason.trim() } });
}

/** Two at once: the second finds the return decided. */
async function decide(
  context: ReturnsContext,
  returnId: string,
  command: 'approve' | 'reject',
  changes: Partial<Return>,
  event: { type: string; payload: Record<string, unknown> },
): Promise<Return> {
  const viewer = requireViewer(context);
  const { id } = await readReturn(context, returnId);
  context.loaders.returnById.clear(id);
  try {
    return await context.db.transact(async (tx) => {
      const before = await tx.sql.selectFrom('Return').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const move = judgeReturn(viewer, before, command, { hasLines: true });
      return changeReturn(tx, before, { ...changes, status: move.to }, { ...event, actorId: viewer.id, now: context.clock.now(), destination: move.announces });
    });
  } catch (error) {
    if (error instanceof Overtaken) throw refuse('CONFLICT', 'Others changed this return at the same moment. Try again.', { returnId });
    throw error;
  }
}
