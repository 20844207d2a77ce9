import type { DomainEvent } from '#kernel/events.ts';
import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { ReturnsTx } from '../context.ts';
import { isCreditStatus } from '../domain/credit-status.ts';
import type { ReturnsTables } from '../entities/tables.ts';
import { noteCredit, noteNoCredit } from '../use-cases/note-credit.ts';

async function note(tx: ReturnsTx, { aggregateId: orderId, actorId = null, createdAt: now, payload }: DomainEvent): Promise<void> {
  const { returnId, step, creditMemoId, creditMemoNumber, amountMinor, refundStatus: status } = payload;
  if (typeof returnId !== 'string') return;
  const about = { returnId, orderId, step: typeof step === 'number' ? step : undefined, actorId, now };
  if (typeof creditMemoId !== 'string' || !isCreditStatus(status)) return noteNoCredit(tx, about);
  await noteCredit(tx, { ...about, creditMemoId, creditMemoNumber: String(creditMemoNumber), amountMinor: BigInt(String(amountMinor)), status });
}

/** What orders did with what came back: credited it, and gave the money back. */
export const creditedReturn: ConsumerDefinition<ReturnsTables> = {
  name: 'returns.creditedReturn',
  aggregateType: 'order',
  on: {
    RETURN_TAKEN_IN: note,
    CREDIT_MEMO_MOVED: note,
  },
};
