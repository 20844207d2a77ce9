import { judge } from '#kernel/lifecycle.ts';
import type { ReturnsTx } from '../context.ts';
import type { CreditStatus } from '../domain/credit-status.ts';
import { RETURN_LIFECYCLE } from '../domain/return-lifecycle.ts';
import { changeReturn } from './change-return.ts';
import { closeIfDone } from './close-return.ts';
import { FACTS } from './handle-return.ts';

export interface NotedCredit {
  readonly returnId: string;
  readonly orderId: string;
  /** Of the disposal that is credited; absent when only the money moved. */
  readonly step?: number;
  readonly creditMemoId: string;
  readonly creditMemoNumber: string;
  readonly amountMinor: bigint;
  readonly status: CreditStatus;
  readonly actorId: string | null;
  readonly now: Date;
}

/** Orders credited what came back, or the money moved on: the return tells of it, is over once nothing is open, and open again where the money is the buyer's to get after all. */
export async function noteCredit(tx: ReturnsTx, { returnId, orderId, step, creditMemoId, creditMemoNumber, amountMinor, status, actorId, now }: NotedCredit): Promise<void> {
  const known = await tx.sql.selectFrom('ReturnCredit').selectAll().where('returnId', '=', returnId).where('orderId', '=', orderId).where((eb) => (step === undefined ? eb('creditMemoId', '=', creditMemoId) : eb('step', '=', step))).executeTakeFirst();
  const before = known && (await tx.sql.selectFrom('Return').selectAll().where('id', '=', returnId).executeTakeFirst());
  if (!before) return;
  await tx.sql.updateTable('ReturnCredit').set({ creditMemoId, creditMemoNumber, amountMinor, status }).where('returnId', '=', returnId).where('step', '=', known.step).where('orderId', '=', orderId).execute();
  const reopening = judge(RETURN_LIFECYCLE, { status: before.status, command: 'reopen', roles: ['system'], facts: FACTS });
  const reopens = reopening.allowed && status !== 'REFUNDED' ? { status: reopening.move.to } : undefined;
  const type = reopens ? 'RETURN_REOPENED' : status === 'REFUNDED' ? 'RETURN_REFUNDED' : 'RETURN_CREDITED';
  const changes = { ...reopens, creditedMinor: before.creditedMinor + amountMinor - known.amountMinor };
  const after = await changeReturn(tx, before, changes, { type, actorId, now, payload: { creditMemoId, creditMemoNumber, amountMinor: String(amountMinor), refundStatus: status } });
  await closeIfDone(tx, after, { actorId, now });
}

/** Orders had nothing to credit: the return waits for nothing. */
export async function noteNoCredit(tx: ReturnsTx, { returnId, orderId, step, actorId, now }: Pick<NotedCredit, 'returnId' | 'orderId' | 'step' | 'actorId' | 'now'>): Promise<void> {
  const { numUpdatedRows } = await tx.sql.updateTable('ReturnCredit').set({ status: 'REFUNDED' }).where('returnId', '=', returnId).where('orderId', '=', orderId).where('step', '=', step ?? 0).executeTakeFirst();
  if (numUpdatedRows !== 1n) return;
  const before = await tx.sql.selectFrom('Return').selectAll().where('id', '=', returnId).executeTakeFirstOrThrow();
  await closeIfDone(tx, before, { actorId, now });
}
