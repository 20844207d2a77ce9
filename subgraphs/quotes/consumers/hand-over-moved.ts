import type { DomainEvent } from '#kernel/events.ts';
import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { QuotesTables } from '../entities/tables.ts';
import { followHandOver } from '../use-cases/follow-hand-over.ts';
import type { QuotesTx } from '../use-cases/write-quote.ts';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

async function follow(tx: QuotesTx, { payload: { kind, id, status, number, reason }, actorId = null, createdAt: at }: DomainEvent): Promise<void> {
  if (kind === 'QUOTE') await followHandOver(tx, { quoteId: String(id), status: String(status), number: textOf(number), reason: textOf(reason), actorId, at });
}

/** What becomes of a quote that goes to the quote system of the seller. */
export const handOverMoved: ConsumerDefinition<QuotesTables> = {
  name: 'quotes.handOverMoved',
  aggregateType: 'handOver',
  on: {
    HAND_OVER_ACKNOWLEDGED: follow,
    HAND_OVER_REFUSED: follow,
    HAND_OVER_RETRIED: follow,
    HAND_OVER_GIVEN_UP: follow,
  },
};
