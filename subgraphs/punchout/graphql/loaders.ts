import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { PunchoutPartner } from '../entities/punchout-partner.ts';
import type { PunchoutTables } from '../entities/tables.ts';

export interface PunchoutLoaders {
  readonly partnerById: DataLoader<string, PunchoutPartner | undefined>;
}

/** One set a request. */
export const createLoaders = (sql: Kysely<PunchoutTables>): PunchoutLoaders => ({
  partnerById: new DataLoader(async (ids) => {
    const rows = await sql.selectFrom('PunchoutPartner').selectAll().where('id', 'in', ids).execute();
    return ids.map((id) => rows.find((row) => row.id === id));
  }),
});
