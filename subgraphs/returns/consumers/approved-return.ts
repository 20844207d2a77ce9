import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { ReturnsTables } from '../entities/tables.ts';
import { bookReturn } from '../use-cases/book-return.ts';

/** A return that was approved is booked. By event, so that a kill between the two loses nothing. [RET-34] */
export const approvedReturn: ConsumerDefinition<ReturnsTables> = {
  name: 'returns.approvedReturn',
  aggregateType: 'return',
  on: { RETURN_APPROVED: (tx, { aggregateId, actorId, createdAt }) => bookReturn(tx, { returnId: aggregateId, actorId: actorId ?? null, now: createdAt }) },
};
