import { rowsPart } from '#kernel/takeover-rows.ts';
import type { TakeoverDefinition } from '#kernel/takeover.ts';
import type { PunchoutTables } from '../entities/tables.ts';

/** What becomes of procurement systems and their visits when an account becomes another, or a person another one: both go on with whoever that is. [MERGE-14] */
export const mergeVisits = (): TakeoverDefinition<PunchoutTables> => ({
  parts: [
    rowsPart({ name: 'punchOutPartners', table: 'PunchoutPartner', account: 'accountId', users: ['userId'], key: ['id'] }),
    rowsPart({ name: 'punchOutSessions', table: 'PunchoutSession', account: 'accountId', users: ['userId'], key: ['id'] }),
    rowsPart({ name: 'punchOutMessages', table: 'PunchoutMessage', account: 'accountId', key: ['partnerId', 'payloadId'] }),
  ],
});
