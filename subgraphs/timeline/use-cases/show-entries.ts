import type { Bus } from '#kernel/bus.ts';
import type { DomainEvent } from '#kernel/events.ts';
import type { Arrangement } from '../domain/arrange-entries.ts';

/** The last that is heard of a deal that was joined to another. */
export const JOINED_TO_ANOTHER = 'JOINED_TO_ANOTHER';
/** What the other hears of each entry that came with it. */
const ENTRY_MOVED = 'ENTRY_MOVED';

interface Shown {
  readonly dealId: string;
  readonly position: number;
  readonly cause: string;
  readonly at: Date;
}

/** An entry as an event of its deal. The entries are the history of a deal, so it needs no outbox. */
export const eventOfDeal = ({ dealId, position, cause, at }: Shown): DomainEvent => ({
  id: `${dealId}:${position}`,
  accountId: '',
  aggregateType: 'deal',
  aggregateId: dealId,
  aggregateVersion: position,
  type: cause,
  schemaVersion: 1,
  payload: {},
  createdAt: at,
});

/** Tells those who follow a deal now; whoever misses it finds the entries. */
export async function showEntries(bus: Pick<Bus, 'publish'>, { placed, joins }: Pick<Arrangement, 'placed' | 'joins'>): Promise<void> {
  const at = placed.at(-1)?.event.createdAt ?? new Date();
  const shown = [
    ...joins.flatMap(({ from, intoId, after }): Shown[] => [
      { dealId: from.id, position: from.version + 1, cause: JOINED_TO_ANOTHER, at },
      ...Array.from({ length: from.version }, (_, i): Shown => ({ dealId: intoId, position: after + 1 + i, cause: ENTRY_MOVED, at })),
    ]),
    ...placed.map(({ dealId, position, event }): Shown => ({ dealId, position, cause: event.type, at: event.createdAt })),
  ];
  for (const each of shown.sort((a, b) => a.position - b.position)) await bus.publish(eventOfDeal(each));
}
