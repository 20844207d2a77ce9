import { newId } from '#kernel/ids.ts';
import type { AssistanceNotice } from '../domain/assistance-notices.ts';
import type { QuotesTx } from './write-quote.ts';

/** Notices leave with the commit, each an event of its own, so that one that cannot be sent holds up no other. */
export async function announceAssistance(tx: QuotesTx, accountId: string, notices: readonly AssistanceNotice[]): Promise<void> {
  for (const notice of notices) {
    await tx.announce({ accountId, aggregateType: 'assistanceNotice', aggregateId: newId(), aggregateVersion: 1, type: notice.type, actorId: notice.customerId, payload: { ...notice } });
  }
}
