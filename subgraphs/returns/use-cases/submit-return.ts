import { DomainError } from '#kernel/errors.ts';
import { answerTo, once } from '#kernel/idempotency.ts';
import { sum } from '#kernel/money.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext, ReturnsTx } from '../context.ts';
import { feeFor } from '../domain/preview-refund.ts';
import type { ReturnCommand } from '../domain/return-lifecycle.ts';
import { refusalOf } from '../domain/return-problems.ts';
import { requireSetUp, type CompleteSetUp } from '../domain/return-setup.ts';
import type { Return } from '../entities/return.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import { claimReturn } from '../peers/orders.ts';
import { changeReturn, Overtaken, tryAgain } from './change-return.ts';
import { findProblems } from './find-problems.ts';
import { readOwnReturn, refuseStale, requireReturner } from './guard-returns.ts';
import { judgeReturn } from './judge-return.ts';
import { readReturn } from './read-return.ts';
import { announceNotice } from './send-return-notice.ts';
import { takeNumber } from './take-number.ts';

export interface Submission {
  readonly returnId: string;
  readonly idempotencyKey: string;
  readonly expectedVersion?: number | null;
}

/**
 * The buyer hands a return in: all that is wrong with it is told at once; then its quantities are claimed at orders, and it gets its
 * number. Killed in between, a repeat claims the same again, which changes nothing, and goes on; lines added meanwhile make it
 * claim anew, and who read it before they were comes too late. [RET-16, RET-24, RET-34, RET-35]
 */
export async function submitReturn(context: ReturnsContext, { returnId, idempotencyKey, expectedVersion }: Submission): Promise<Return> {
  const viewer = requireReturner(context);
  const setUp = requireSetUp(context.config);
  const command = { operation: 'submitReturn', key: idempotencyKey, body: { returnId } };
  return tryAgain(async () => {
    const before = await readOwnReturn(context, returnId);
    if ((await answerTo(context.db, viewer, command)) !== undefined) return before;
    const lines = await context.loaders.linesOfReturn.load(before.id);
    judgeReturn(viewer, before, submitting(context), { hasLines: lines.length > 0 });
    refuseStale(before, expectedVersion);
    const refusal = refusalOf(await findProblems(context, viewer, before), { detailed: context.config.approval });
    if (refusal) throw refusal;
    await noteAsking(context, before);
    const claimed = await claimReturn(context.ask, { returnId: before.id, version: before.version, lines, shippedOnly: context.config.shippedOnly }).catch(again);
    await context.db.transact((tx) => once(tx, viewer, command, () => handIn(context, tx, { viewer, before, lines, claimed, setUp })));
    context.loaders.returnById.clear(returnId);
    context.loaders.linesOfReturn.clear(returnId);
    return readReturn(context, returnId);
  });
}

/** Should nobody come back after this, what orders claims is let go of later: see release-lapsed-claims.ts. */
const noteAsking = ({ db, clock }: ReturnsContext, { id, version }: Return): Promise<unknown> =>
  db.transact((tx) => tx.sql.updateTable('Return').set({ claimAskedAt: clock.now() }).where('id', '=', id).where('version', '=', version).execute());

/** A later version was claimed: it is read again, and is submitted then, or the buyer hears that it was. */
function again(error: unknown): never {
  throw error instanceof DomainError && error.code === 'STALE_VERSION' ? new Overtaken() : error;
}

interface HandIn {
  readonly viewer: Viewer;
  readonly before: Return;
  readonly lines: readonly ReturnLine[];
  readonly claimed: ReadonlyMap<string, bigint>;
  readonly setUp: CompleteSetUp;
}

/** @throws Overtaken when the return is no longer as it was when its lines were claimed */
async function handIn(context: ReturnsContext, tx: ReturnsTx, { viewer, before, lines, claimed, setUp: { type } }: HandIn): Promise<string> {
  const { config, clock } = context;
  const now = clock.now();
  const { to: status, announces } = judgeReturn(viewer, before, submitting(context), { hasLines: lines.length > 0 });
  const settled = lines.map((line) => {
    const refundMinor = claimed.get(line.orderLineId);
    if (refundMinor === undefined) throw new Error(`Orders claimed nothing of line ${line.orderLineId}.`);
    return { id: line.id, refundMinor, feeMinor: feeFor(type.fees, { ...line, refundMinor }, before.currency) };
  });
  for (const { id, ...amounts } of settled) await tx.sql.updateTable('ReturnLine').set(amounts).where('id', '=', id).execute();
  const number = await takeNumber(tx, `${type.sequence}-${now.getUTCFullYear()}`);
  const totals = { refundTotalMinor: sum(settled.map((line) => line.refundMinor)), feeTotalMinor: sum(settled.map((line) => line.feeMinor)) };
  const approvers = config.approval ? type.approvers : [];
  const changes = { ...totals, status, number, pendingOwnerId: null, claimAskedAt: null, submittedAt: now, approvers, agreedSteps: 0 };
  const after = await changeReturn(tx, before, changes, { type: 'RETURN_SUBMITTED', actorId: viewer.id, now, destination: announces });
  await announceNotice(tx, after, 'RETURN_SUBMITTED', { to: viewer.id });
  if (approvers[0] !== undefined) await announceNotice(tx, after, 'RETURN_TO_APPROVE', { role: approvers[0] });
  return before.id;
}

/** Where returns need no approval they are booked at once. [RET-34, RET-35] */
const submitting = ({ config }: ReturnsContext): ReturnCommand => (config.approval ? 'submit' : 'submitAndBook');
