import { refuse } from '#kernel/errors.ts';
import type { Move } from '#kernel/lifecycle.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext, ReturnsTx } from '../context.ts';
import type { ReturnCommand, ReturnFacts, ReturnRole, ReturnStatus } from '../domain/return-lifecycle.ts';
import { askedRole } from '../domain/return-rights.ts';
import type { Return } from '../entities/return.ts';
import { changeReturn, tryAgain } from './change-return.ts';
import { refuseStale, requireReturns } from './guard-returns.ts';
import { agreeing, judgeReturn } from './judge-return.ts';
import { readReturn } from './read-return.ts';
import { announceNotice } from './send-return-notice.ts';

export interface Decision {
  readonly returnId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Whoever holds the role that is asked now agrees, and may say where the goods are to be sent. The holders of the next role are
 * asked then; after the last the return is approved, and its buyer told. [RET-34, RET-37, RET-38]
 */
export function approveReturn(context: ReturnsContext, { returnLocation, ...decision }: Decision & { readonly returnLocation: string | null }): Promise<Return> {
  return decide(context, decision, agreeing, async (tx, before, { to: status, announces }, actor, now) => {
    const location = returnLocation?.trim() || before.returnLocation || null;
    if (agreeing(before) === 'agree') {
      const after = await changeReturn(tx, before, { status, agreedSteps: before.agreedSteps + 1, returnLocation: location }, { type: 'RETURN_AGREED', actorId: actor.id, now, destination: announces });
      await announceNotice(tx, after, 'RETURN_TO_APPROVE', { role: askedRole(after) });
      return after;
    }
    const told = location ?? context.config.returnLocation ?? null;
    const changes = { status, agreedSteps: before.agreedSteps + 1, returnLocation: told, decidedAt: now };
    const after = await changeReturn(tx, before, changes, { type: 'RETURN_APPROVED', actorId: actor.id, now, payload: { returnLocation: told }, destination: announces });
    await announceNotice(tx, after, 'RETURN_APPROVED', { to: after.ownerId });
    return after;
  });
}

/** Whoever holds the role that is asked now turns a return down; orders hears of it and frees what it claimed. [RET-38] */
export async function rejectReturn(context: ReturnsContext, { reason, ...decision }: Decision & { readonly reason: string }): Promise<Return> {
  await readReturn(context, decision.returnId);
  if (reason.trim() === '') throw refuse('BAD_USER_INPUT', 'Say why it is rejected.', { returnId: decision.returnId });
  return decide(context, decision, () => 'reject', async (tx, before, { to: status, announces }, actor, now) => {
    const changes = { status, reason: reason.trim(), decidedAt: now };
    const after = await changeReturn(tx, before, changes, { type: 'RETURN_REJECTED', actorId: actor.id, now, payload: { reason: reason.trim() }, destination: announces });
    await announceNotice(tx, after, 'RETURN_REJECTED', { to: after.ownerId });
    return after;
  });
}

/** The seller says where the goods of a booked return are to be sent: the e-mail that was promised where nobody had to agree. [RET-30, RET-38] */
export async function tellReturnLocation(context: ReturnsContext, { returnLocation, ...decision }: Decision & { readonly returnLocation: string }): Promise<Return> {
  await readReturn(context, decision.returnId);
  if (returnLocation.trim() === '') throw refuse('BAD_USER_INPUT', 'Say where the goods are to be sent.', { returnId: decision.returnId });
  return decide(context, decision, () => 'locate', async (tx, before, { to: status }, actor, now) => {
    const after = await changeReturn(tx, before, { status, returnLocation: returnLocation.trim() }, { type: 'RETURN_LOCATED', actorId: actor.id, now, payload: { returnLocation: returnLocation.trim() } });
    await announceNotice(tx, after, 'RETURN_APPROVED', { to: after.ownerId });
    return after;
  });
}

type Effect = (tx: ReturnsTx, before: Return, move: Move<ReturnStatus, ReturnRole, ReturnFacts>, actor: Viewer, now: Date) => Promise<Return>;

/** Two at once: the second finds the return decided. */
async function decide(context: ReturnsContext, { returnId, expectedVersion }: Decision, commandOf: (before: Return) => ReturnCommand, effect: Effect): Promise<Return> {
  const viewer = requireReturns(context);
  const { id } = await readReturn(context, returnId);
  context.loaders.returnById.clear(id);
  return tryAgain(
    () =>
      context.db.transact(async (tx) => {
        const before = await tx.sql.selectFrom('Return').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        const move = judgeReturn(viewer, before, commandOf(before), { hasLines: true });
        refuseStale(before, expectedVersion);
        return effect(tx, before, move, viewer, context.clock.now());
      }),
    { expectedVersion },
  );
}
