import type { DomainEvent } from '#kernel/events.ts';

export interface Gap {
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** Recorded up to here. */
  readonly after: number;
  /** The event that is next is this one: what lies between is missing. */
  readonly before: DomainEvent;
}

/** Where a version does not follow on the one before: its owner is asked for what lies between. */
export function findGaps(lastVersions: ReadonlyMap<string, number>, events: readonly DomainEvent[]): Gap[] {
  const last = new Map(lastVersions);
  return events.flatMap((event): Gap[] => {
    const after = last.get(event.aggregateId) ?? 0;
    if (event.aggregateVersion <= after) return [];
    last.set(event.aggregateId, event.aggregateVersion);
    return event.aggregateVersion > after + 1 ? [{ aggregateType: event.aggregateType, aggregateId: event.aggregateId, after, before: event }] : [];
  });
}
