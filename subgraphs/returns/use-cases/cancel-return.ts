import type { ReturnsContext } from '../context.ts';
import { isTracked } from '../domain/return-lifecycle.ts';
import type { Return } from '../entities/return.ts';
import { changeReturn, Overtaken, tryAgain } from './change-return.ts';
import { readOwnReturn, refuseStale, requireReturner } from './guard-returns.ts';
import { judgeReturn } from './judge-return.ts';
import { deletePending } from './write-pending-return.ts';

/** The buyer gives a return up: one that is being put together is deleted, one that waits for the seller is withdrawn, and its quantities are free again. [RET-10] */
export function cancelReturn(context: ReturnsContext, returnId: string, expectedVersion: number | null): Promise<Return | null> {
  const viewer = requireReturner(context);
  return tryAgain(async () => {
    const { id } = await readOwnReturn(context, returnId);
    const after = await context.db.transact(async (tx) => {
      const now = context.clock.now();
      const before = await tx.sql.selectFrom('Return').selectAll().where('id', '=', id).executeTakeFirst();
      if (!before) throw new Overtaken();
      refuseStale(before, expectedVersion);
      const { to: status } = judgeReturn(viewer, before, 'cancel', { hasLines: true });
      if (!isTracked(before.status)) return deletePending(tx, viewer, before, now);
      return changeReturn(tx, before, { status, decidedAt: now }, { type: 'RETURN_CANCELED', actorId: viewer.id, now });
    });
    context.loaders.returnById.clear(id);
    return after;
  }, { expectedVersion });
}
