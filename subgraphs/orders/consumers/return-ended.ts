import type { DomainEvent } from '#kernel/events.ts';
import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { OrdersTx } from '../context.ts';
import type { OrdersTables } from '../entities/tables.ts';
import { creditReturn, type TakenIn } from '../use-cases/credit-return.ts';
import { lapseReturnClaim, releaseReturnClaim } from '../use-cases/release-return-claim.ts';
import { settleReturnClaim } from '../use-cases/settle-return-claim.ts';

const release = (tx: OrdersTx, { aggregateId, accountId, actorId, createdAt }: DomainEvent): Promise<void> =>
  releaseReturnClaim(tx, { returnId: aggregateId, accountId, actorId: actorId ?? null, now: createdAt });

/**
 * A return was rejected or given up: what it claimed is free again. What came back is credited, and once it is over, what did not is free
 * too. By event, so that a kill in between loses nothing; one consumer, so that the one comes after the other.
 */
export const returnEnded: ConsumerDefinition<OrdersTables> = {
  name: 'orders.returnEnded',
  aggregateType: 'return',
  on: {
    RETURN_REJECTED: release,
    RETURN_CANCELED: release,
    RETURN_CLAIM_LAPSED: (tx, { aggregateId: returnId, aggregateVersion: version, actorId, createdAt: now }) => lapseReturnClaim(tx, { returnId, version, actorId: actorId ?? null, now }),
    RETURN_DISPOSED: (tx, { aggregateId: returnId, actorId, createdAt: now, payload }) => creditReturn(tx, { ...(payload as unknown as Pick<TakenIn, 'step' | 'lines' | 'fees'>), returnId, actorId: actorId ?? null, now }),
    RETURN_CLOSED: (tx, { aggregateId: returnId, accountId, actorId, createdAt: now }) => settleReturnClaim(tx, { returnId, accountId, actorId: actorId ?? null, now }),
  },
};
