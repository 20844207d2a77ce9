import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { ChannelsTables } from '../entities/tables.ts';
import type { HandOver } from '../entities/hand-over.ts';

export interface ChannelsLoaders {
  readonly handOverById: DataLoader<string, HandOver | undefined>;
}

/** One set a request: a page of orders costs one statement. */
export const createLoaders = (sql: Kysely<ChannelsTables>): ChannelsLoaders => ({
  handOverById: new DataLoader(async (ids) => {
    const rows = await sql.selectFrom('HandOver').selectAll().where('id', 'in', ids).execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  }),
});
