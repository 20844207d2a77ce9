import type { DomainEvent } from '#kernel/events.ts';
import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { OrdersTx } from '../context.ts';
import type { OrdersTables } from '../entities/tables.ts';
import { releaseReturnClaim } from '../use-cases/release-return-claim.ts';

const release = (tx: OrdersTx, { aggregateId, accountId, actorId, createdAt }: DomainEvent): Promise<void> =>
  releaseReturnClaim(tx, { returnId: aggregateId, accountId, actorId: actorId ?? null, now: createdAt });

/** A return was rejected: what it claimed is free again. By event, so that a kill between the rejection and this loses nothing. */
export const returnEnded: ConsumerDefinition<OrdersTables> = {
  name: 'orders.returnEnded',
  aggregateType: 'return',
  on: { RETURN_REJECTED: release },
};
