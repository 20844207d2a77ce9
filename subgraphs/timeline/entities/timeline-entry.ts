import { defineEntity, p } from '@mikro-orm/core';
import type { Audience, FactChange } from '#kernel/events.ts';
import type { TimelineAggregate, TimelineKind } from '../domain/timeline-kinds.ts';

/** Something that happened in a deal; written once, and never changed but for its place when deals are joined. */
export const TimelineEntrySchema = defineEntity({
  name: 'TimelineEntry',
  tableName: 'timeline_entry',
  properties: {
    dealId: p.string().primary(),
    /** Counts the entries of a deal, without a gap. */
    position: p.integer().primary(),
    accountId: p.string(),
    eventId: p.string(),
    aggregateType: p.string().$type<TimelineAggregate>(),
    aggregateId: p.string(),
    aggregateVersion: p.integer(),
    kind: p.string().$type<TimelineKind>(),
    cause: p.string(),
    /** Null for what no person did. */
    actorId: p.string().nullable(),
    at: p.datetime(),
    /** Who alone may learn of it; null: whoever may read the aggregate. */
    audience: p.string().$type<Audience>().nullable(),
    changes: p.json<readonly FactChange[]>(),
  },
  uniques: [{ properties: ['eventId'] }],
  indexes: [{ properties: ['accountId', 'dealId'] }],
});
export class TimelineEntry extends TimelineEntrySchema.class {}
TimelineEntrySchema.setClass(TimelineEntry);
