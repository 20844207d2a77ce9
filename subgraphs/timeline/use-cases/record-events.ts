import type { DomainEvent } from '#kernel/events.ts';
import { newId } from '#kernel/ids.ts';
import { find, write } from '#kernel/statement.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { TimelineTx } from '../context.ts';
import { arrangeEntries, type Arrangement, type KnownDeal, type KnownMember, type Placed } from '../domain/arrange-entries.ts';
import { membersNamedBy } from '../domain/deal-links.ts';
import { audienceOf, changesOf } from '../domain/entry-changes.ts';
import { findGaps } from '../domain/find-gaps.ts';
import { kindOf, type TimelineAggregate } from '../domain/timeline-kinds.ts';
import type { TimelineTables } from '../entities/tables.ts';
import type { TimelineEntry } from '../entities/timeline-entry.ts';
import { showEntries } from './show-entries.ts';

type Services = Pick<BaseContext<TimelineTables>, 'db' | 'bus'>;
type Sql = TimelineTx['sql'];

/**
 * Writes what happened into its deals, many events in one transaction. There is no inbox: the last version of each aggregate is
 * noted with its deal, in the transaction of the entries, so an event that comes again or late is known.
 */
export async function recordEvents({ db, bus }: Services, arrived: readonly DomainEvent[]): Promise<void> {
  const events = await fillGaps({ db, bus }, arrived);
  const arrangement = await db.transact(async (tx) => {
    const members = await find(tx.sql, selectMembers, { named: namesIn(events) });
    const deals = members.length === 0 ? [] : await find(tx.sql, selectDeals, { ids: [...new Set(members.map(({ dealId }) => dealId))] });
    const owned = events.map((event) => ({ ...event, accountId: db.suspensions.successorOf(event.accountId) })); // whose it is by now
    const arranged = arrangeEntries({ members, deals }, owned, newId);
    await save(tx.sql, { members, deals }, arranged);
    return arranged;
  });
  await showEntries(bus, arrangement);
}

/** The bus may skip and reorder; the owner of an aggregate knows its past, for as long as it is kept. */
async function fillGaps({ db, bus }: Services, events: readonly DomainEvent[]): Promise<readonly DomainEvent[]> {
  const known = await find(db.sql, selectMembers, { named: namesIn(events) });
  const gaps = findGaps(new Map(known.map(({ aggregateId, lastVersion }) => [aggregateId, lastVersion])), events);
  if (gaps.length === 0) return events;
  const missing = new Map<DomainEvent, DomainEvent[]>();
  for (const { aggregateType, aggregateId, after, before } of gaps) {
    const past = await bus.history(aggregateType, aggregateId, after);
    missing.set(before, past.filter(({ aggregateVersion }) => aggregateVersion < before.aggregateVersion));
  }
  return events.flatMap((event) => [...(missing.get(event) ?? []), event]);
}

const namesIn = (events: readonly DomainEvent[]): string[] => [...new Set(events.flatMap(membersNamedBy).map(({ aggregateId }) => aggregateId))];

async function save(sql: Sql, known: { readonly members: readonly KnownMember[]; readonly deals: readonly KnownDeal[] }, { placed, joins, deals, members }: Arrangement): Promise<void> {
  const dealsThere = new Map(known.deals.map((deal) => [deal.id, deal]));
  const membersThere = new Map(known.members.map((member) => [member.aggregateId, member]));
  for (const { from, intoId, after } of joins) {
    if (!dealsThere.has(from.id)) continue; // it began and ended within this slice
    await sql.updateTable('TimelineEntry').set((eb) => ({ dealId: intoId, position: eb('position', '+', after) })).where('dealId', '=', from.id).execute();
    await sql.updateTable('DealMember').set({ dealId: intoId }).where('dealId', '=', from.id).execute();
    await sql.updateTable('Deal').set({ joinedIntoId: intoId, joinedAfter: after, version: from.version + 1 }).where('id', '=', from.id).execute();
  }
  const movedAt = new Map(placed.map(({ dealId, event }) => [dealId, event.createdAt]));
  for (const { id, accountId, version } of deals.values()) {
    if (dealsThere.get(id)?.version === version) continue;
    const moved = { id, version, movedAt: movedAt.get(id) ?? new Date(0) };
    if (dealsThere.has(id)) await write(sql, updateDeal, moved);
    else await write(sql, insertDeal, { ...moved, accountId });
  }
  const accountIds = new Map(placed.map(({ event }) => [event.aggregateId, event.accountId]));
  for (const { aggregateId, aggregateType, dealId, lastVersion } of members.values()) {
    const there = membersThere.get(aggregateId);
    if (there?.lastVersion === lastVersion && there.dealId === dealId) continue;
    if (there) await write(sql, updateMember, { aggregateId, dealId, lastVersion });
    else await write(sql, insertMember, { aggregateId, aggregateType, accountId: accountIds.get(aggregateId) ?? deals.get(dealId)?.accountId ?? '', dealId, lastVersion });
  }
  for (const entry of placed) await write(sql, insertEntry, entryOf(entry));
}

function entryOf({ dealId, position, event }: Placed): TimelineEntry {
  return {
    dealId,
    position,
    accountId: event.accountId,
    eventId: event.id,
    aggregateType: event.aggregateType as TimelineAggregate,
    aggregateId: event.aggregateId,
    aggregateVersion: event.aggregateVersion,
    kind: kindOf(event),
    cause: event.type,
    actorId: event.actorId ?? null,
    at: event.createdAt,
    audience: audienceOf(event),
    changes: changesOf(event),
  };
}

const selectMembers = (sql: Sql, { named }: { named: readonly string[] }) => sql.selectFrom('DealMember').select(['aggregateId', 'aggregateType', 'dealId', 'lastVersion']).where('aggregateId', 'in', named);
const selectDeals = (sql: Sql, { ids }: { ids: readonly string[] }) => sql.selectFrom('Deal').select(['id', 'accountId', 'version']).where('id', 'in', ids);
const insertEntry = (sql: Sql, entry: TimelineEntry) => sql.insertInto('TimelineEntry').values(entry);
const insertDeal = (sql: Sql, deal: KnownDeal & { readonly movedAt: Date }) => sql.insertInto('Deal').values({ ...deal, joinedIntoId: null, joinedAfter: null });
const updateDeal = (sql: Sql, { id, version, movedAt }: Pick<KnownDeal, 'id' | 'version'> & { readonly movedAt: Date }) => sql.updateTable('Deal').set({ version, movedAt }).where('id', '=', id);
const insertMember = (sql: Sql, member: KnownMember & { readonly accountId: string }) => sql.insertInto('DealMember').values(member);
const updateMember = (sql: Sql, { aggregateId, dealId, lastVersion }: Pick<KnownMember, 'aggregateId' | 'dealId' | 'lastVersion'>) =>
  sql.updateTable('DealMember').set({ dealId, lastVersion }).where('aggregateId', '=', aggregateId);
