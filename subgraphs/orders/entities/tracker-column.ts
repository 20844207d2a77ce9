import { defineEntity, p } from '@mikro-orm/core';

/** What the seller changed of a column of the order tracker; null is as it is by itself. [ORD-15] */
export const TrackerColumnSchema = defineEntity({
  name: 'TrackerColumn',
  tableName: 'tracker_column',
  properties: {
    view: p.string().primary(),
    name: p.string().primary(),
    label: p.string().nullable(),
    sequence: p.integer().nullable(),
    display: p.boolean().nullable(),
    queryable: p.boolean().nullable(),
    displayLength: p.integer().nullable(),
  },
});
export class TrackerColumn extends TrackerColumnSchema.class {}
TrackerColumnSchema.setClass(TrackerColumn);
