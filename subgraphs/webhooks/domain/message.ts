import type { DomainEvent } from '#kernel/events.ts';
import { TEST_TYPE, typeOf } from './event-types.ts';

/** What is sent: ids, versions and the fact. Who wants more asks the graph, with the rights they have. */
export function messageOf(event: DomainEvent, sequence: number): string {
  return JSON.stringify({
    type: typeOf(event),
    timestamp: event.createdAt.toISOString(),
    sequence,
    data: { kind: event.aggregateType, id: event.aggregateId, version: event.aggregateVersion, cause: event.type, accountId: event.accountId, actorId: event.actorId ?? null },
  });
}

export const testMessage = (endpointId: string, now: Date): string => JSON.stringify({ type: TEST_TYPE, timestamp: now.toISOString(), sequence: null, data: { kind: 'webhookEndpoint', id: endpointId } });
