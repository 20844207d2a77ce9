import type { DomainEvent } from '#kernel/events.ts';
import { membersNamedBy, type Member } from './deal-links.ts';

export interface KnownMember extends Member {
  readonly dealId: string;
  readonly lastVersion: number;
}

export interface KnownDeal {
  readonly id: string;
  readonly accountId: string;
  readonly version: number;
}

export interface Placed {
  readonly dealId: string;
  readonly position: number;
  readonly event: DomainEvent;
}

/** One deal turned out to be a part of another: its entries follow on those of that. */
export interface Join {
  readonly from: KnownDeal;
  readonly intoId: string;
  /** The last position of the other at that moment. */
  readonly after: number;
}

export interface Arrangement {
  readonly placed: readonly Placed[];
  readonly joins: readonly Join[];
  /** As they are afterwards; those of joined deals are left out. */
  readonly deals: ReadonlyMap<string, KnownDeal>;
  readonly members: ReadonlyMap<string, KnownMember>;
}

/**
 * Gives each event its place: in the deal of what it names, or a new one; of several deals the oldest goes on and the others are
 * joined to it. A version that was recorded is passed over, so events may come twice, and late.
 * @param known members the events name, and their deals
 */
export function arrangeEntries(known: { readonly members: readonly KnownMember[]; readonly deals: readonly KnownDeal[] }, events: readonly DomainEvent[], newId: () => string): Arrangement {
  const members = new Map(known.members.map((member) => [member.aggregateId, member]));
  const deals = new Map(known.deals.map((deal) => [deal.id, deal]));
  const joins: Join[] = [];
  let placed: Placed[] = [];

  function join(from: KnownDeal, into: KnownDeal): KnownDeal {
    joins.push({ from, intoId: into.id, after: into.version });
    placed = placed.map((entry) => (entry.dealId === from.id ? { ...entry, dealId: into.id, position: into.version + entry.position } : entry));
    for (const [id, member] of members) if (member.dealId === from.id) members.set(id, { ...member, dealId: into.id });
    const joined = { ...into, version: into.version + from.version };
    deals.delete(from.id);
    deals.set(into.id, joined);
    return joined;
  }

  function dealOf(named: readonly Member[], accountId: string): KnownDeal {
    const ids = [...new Set(named.flatMap(({ aggregateId }) => members.get(aggregateId)?.dealId ?? []))].sort(); // ids tell which is older
    const [oldest, ...others] = ids.flatMap((id) => deals.get(id) ?? []);
    if (!oldest) return { id: newId(), accountId, version: 0 };
    return others.reduce((into, from) => join(from, into), oldest);
  }

  for (const event of events) {
    if ((members.get(event.aggregateId)?.lastVersion ?? 0) >= event.aggregateVersion) continue;
    const named = membersNamedBy(event);
    const deal = dealOf(named, event.accountId);
    const position = deal.version + 1;
    deals.set(deal.id, { ...deal, version: position });
    for (const member of named) {
      const lastVersion = member.aggregateId === event.aggregateId ? event.aggregateVersion : (members.get(member.aggregateId)?.lastVersion ?? 0);
      members.set(member.aggregateId, { ...member, dealId: deal.id, lastVersion });
    }
    placed.push({ dealId: deal.id, position, event });
  }
  return { placed, joins, deals, members };
}
