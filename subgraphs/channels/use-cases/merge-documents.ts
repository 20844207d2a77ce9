import { rowsPart } from '#kernel/takeover-rows.ts';
import type { TakeoverDefinition } from '#kernel/takeover.ts';
import type { ChannelsTables } from '../entities/tables.ts';

/** What becomes of the map of keys when an account becomes another, or a person another one. What was told outside is asked for anew. [MERGE-14] */
export const mergeDocuments = (): TakeoverDefinition<ChannelsTables> => ({
  parts: [
    rowsPart({ name: 'outsideDocuments', table: 'HandOver', account: 'accountId', users: ['ownerId'], key: ['id'] }),
    {
      name: 'outsideAnswers',
      table: 'OutsideAnswer',
      account: 'accountId',
      async slice({ sql }, { accounts }) {
        const gone = await sql.deleteFrom('OutsideAnswer').where('accountId', 'in', ['', ...accounts.map(({ from }) => from)]).returning('id').execute();
        return { moved: 0, dropped: gone.length, done: true };
      },
    },
  ],
});
