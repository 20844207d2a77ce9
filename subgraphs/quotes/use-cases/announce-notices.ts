import { newId } from '#kernel/ids.ts';
import type { Notice } from '../domain/notices.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuotesTx } from './write-quote.ts';

/** Notices leave with the commit, each an event of its own, so that one that cannot be sent holds up no other. */
export async function announceNotices(tx: QuotesTx, { accountId }: Pick<Quote, 'accountId'>, actorId: string | null, notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) {
    await tx.announce({ accountId, aggregateType: 'quoteNotice', aggregateId: newId(), aggregateVersion: 1, type: notice.type, actorId, payload: { ...notice } });
  }
}
