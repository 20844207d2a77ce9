import type { Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext, ReturnsTx } from '../context.ts';
import { priceLines, type DraftLine, type OrderedLines } from '../domain/return-draft.ts';
import { requireSetUp } from '../domain/return-setup.ts';
import type { Return } from '../entities/return.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import { askLinesToReturn } from '../peers/orders.ts';
import { changeReturn, Overtaken, tryAgain } from './change-return.ts';
import { readOwnReturn, refuseStale, requireReturner } from './guard-returns.ts';
import { judgeReturn } from './judge-return.ts';
import { saveLines } from './save-lines.ts';

export interface PendingWrite {
  readonly returnId: string;
  readonly expectedVersion?: number | null;
  /** What happened, as its event and frame tell it. */
  readonly type: string;
  /** What becomes of it; facts are those of this moment. */
  change(found: { readonly root: Return; readonly lines: readonly ReturnLine[]; readonly ordered: OrderedLines; readonly now: Date }): { readonly lines: readonly DraftLine[]; readonly root?: Partial<Return> };
}

/**
 * Every change of a return that is being put together, but for what is added: refunds are reckoned anew, and without lines it is
 * deleted. Without an expected version it goes on top of whatever is there. @returns null when nothing is left [RET-10, RET-12, RET-13, RET-23]
 */
export function writePendingReturn(context: ReturnsContext, { returnId, expectedVersion, type, change }: PendingWrite): Promise<Return | null> {
  const viewer = requireReturner(context);
  const setUp = requireSetUp(context.config);
  return tryAgain(async () => {
    const { id } = await readOwnReturn(context, returnId);
    const seen = await context.loaders.linesOfReturn.load(id);
    const ordered = await askLinesToReturn(context.ask, seen.map((line) => line.orderLineId), id);
    const after = await context.db.transact(async (tx) => {
      const now = context.clock.now();
      const root = await tx.sql.selectFrom('Return').selectAll().where('id', '=', id).executeTakeFirst();
      if (!root) throw new Overtaken(); // given up meanwhile: read again, it is not found
      judgeReturn(viewer, root, 'edit', { hasLines: true });
      refuseStale(root, expectedVersion);
      const lines = await tx.sql.selectFrom('ReturnLine').selectAll().where('returnId', '=', id).orderBy('id').execute();
      const changed = change({ root, lines, ordered, now });
      if (changed.lines.length === 0) return deletePending(tx, viewer, root, now);
      const before = { ...root, ...changed.root };
      const sums = await saveLines(tx, viewer, before, priceLines(changed.lines, ordered, setUp));
      return changeReturn(tx, root, { ...changed.root, ...sums }, { type, actorId: viewer.id, now });
    });
    context.loaders.returnById.clear(id);
    context.loaders.linesOfReturn.clear(id);
    return after;
  }, { expectedVersion });
}

/** Nobody else knows of it yet, so nothing of it is kept but the event: orders frees what a lost submission may have claimed. [RET-10] */
export async function deletePending(tx: ReturnsTx, viewer: Viewer, before: Return, now: Date): Promise<null> {
  const { to: status } = judgeReturn(viewer, before, 'cancel', { hasLines: true });
  await changeReturn(tx, before, { status, pendingOwnerId: null }, { type: 'RETURN_CANCELED', actorId: viewer.id, now });
  await tx.sql.deleteFrom('ReturnLine').where('returnId', '=', before.id).execute();
  await tx.sql.deleteFrom('Return').where('id', '=', before.id).execute();
  return null;
}
