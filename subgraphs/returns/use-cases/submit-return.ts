import { refuse } from '#kernel/errors.ts';
import { answerTo, once } from '#kernel/idempotency.ts';
import { sum } from '#kernel/money.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext, ReturnsTx } from '../context.ts';
import type { Return } from '../entities/return.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import { claimReturn } from '../peers/orders.ts';
import { changeReturn, Overtaken } from './change-return.ts';
import { judgeForSystem, judgeReturn } from './judge-return.ts';
import { readReturn } from './read-return.ts';
import { takeNumber } from './take-number.ts';

const MAX_TRIES = 5;

/**
 * The buyer hands a return in: its quantities are claimed at orders, then it gets its number. Killed in between, a repeat
 * claims the same again, which changes nothing, and goes on; lines added meanwhile make it claim anew. [RET-24, RET-34, RET-35]
 */
export async function submitReturn(context: ReturnsContext, returnId: string, idempotencyKey: string): Promise<Return> {
  const viewer = requireViewer(context);
  const command = { operation: 'submitReturn', key: idempotencyKey, body: { returnId } };
  for (let tries = 1; tries <= MAX_TRIES; tries++) {
    forget(context, returnId);
    const before = await readReturn(context, returnId);
    if ((await answerTo(context.db, viewer, command)) !== undefined) return before;
    const lines = await context.loaders.linesOfReturn.load(before.id);
    judgeReturn(viewer, before, 'submit', { hasLines: lines.length > 0 });
    const refunds = await claimReturn(context.ask, before.id, lines);
    try {
      await context.db.transact((tx) => once(tx, viewer, command, () => handIn(context, tx, { viewer, before, lines, refunds })));
      forget(context, returnId);
      return await readReturn(context, returnId);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error; // overtaken: what was claimed may not be what is in it now
    }
  }
  throw refuse('CONFLICT', 'Others kept changing this return. Try again.', { returnId });
}

interface HandIn {
  readonly viewer: Viewer;
  readonly before: Return;
  readonly lines: readonly ReturnLine[];
  readonly refunds: ReadonlyMap<string, bigint>;
}

/** @throws Overtaken when the return is no longer as it was when its lines were claimed */
async function handIn({ clock, settings }: ReturnsContext, tx: ReturnsTx, { viewer, before, lines, refunds }: HandIn): Promise<string> {
  const now = clock.now();
  const move = judgeReturn(viewer, before, 'submit', { hasLines: lines.length > 0 });
  const { to: status } = settings.approval ? move : judgeForSystem(move.to, before.id, 'approve');
  for (const { id, orderLineId } of lines) {
    await tx.sql.updateTable('ReturnLine').set({ refundMinor: refunds.get(orderLineId) ?? 0n }).where('id', '=', id).execute();
  }
  const number = await takeNumber(tx, `R-${now.getUTCFullYear()}`);
  const changes = { status, number, pendingOwnerId: null, submittedAt: now, refundTotalMinor: sum(refunds.values()) };
  await changeReturn(tx, before, changes, { type: 'RETURN_SUBMITTED', actorId: viewer.id, now, destination: move.announces });
  return before.id;
}

function forget({ loaders }: ReturnsContext, returnId: string): void {
  loaders.returnById.clear(returnId);
  loaders.linesOfReturn.clear(returnId);
}
