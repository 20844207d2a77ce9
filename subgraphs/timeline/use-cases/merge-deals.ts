import { rowsPart } from '#kernel/takeover-rows.ts';
import type { TakeoverDefinition } from '#kernel/takeover.ts';
import type { TimelineTables } from '../entities/tables.ts';

/** What happened in deals of an account that became another is found under that one; who did it is told as it was. [MERGE-14] */
export const mergeDeals = (): TakeoverDefinition<TimelineTables> => ({
  parts: [
    rowsPart({ name: 'deals', table: 'Deal', account: 'accountId', key: ['id'] }),
    rowsPart({ name: 'dealMembers', table: 'DealMember', account: 'accountId', key: ['aggregateId'] }),
    rowsPart({ name: 'timelineEntries', table: 'TimelineEntry', account: 'accountId', key: ['dealId', 'position'] }),
  ],
});
