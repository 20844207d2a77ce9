import type { DomainEvent } from '#kernel/events.ts';
import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { OrdersTx } from '../context.ts';
import type { OrdersTables } from '../entities/tables.ts';
import { followHandOver } from '../use-cases/follow-hand-over.ts';

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

async function follow(tx: OrdersTx, { payload: { kind, id, status, number, reason }, actorId = null, createdAt: now }: DomainEvent): Promise<void> {
  if (kind === 'ORDER') await followHandOver(tx, { orderId: String(id), status: String(status), number: textOf(number), reason: textOf(reason), actorId, now });
}

/** What becomes of an order that goes to the order system of the seller. */
export const handOverMoved: ConsumerDefinition<OrdersTables> = {
  name: 'orders.handOverMoved',
  aggregateType: 'handOver',
  on: {
    HAND_OVER_ACKNOWLEDGED: follow,
    HAND_OVER_REFUSED: follow,
    HAND_OVER_RETRIED: follow,
    HAND_OVER_GIVEN_UP: follow,
  },
};
