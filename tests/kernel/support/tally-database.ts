import { defineEntity, p } from '@mikro-orm/core';
import { openDatabase, type Database, type Tx } from '#kernel/database.ts';
import type { Migration } from '#kernel/migrations.ts';
import { first } from '../../../subgraphs/accounts/migrations/0001-first.ts';

/** The smallest aggregate there is: a number with a version. */
export const TallySchema = defineEntity({
  name: 'Tally',
  tableName: 'tally',
  properties: { id: p.string().primary(), accountId: p.string(), version: p.integer() },
});
export class Tally extends TallySchema.class {}
TallySchema.setClass(Tally);

export interface TallyTables {
  Tally: Tally;
}

const kernelTables = first.sqlite.filter((statement) => /`(outbox|inbox|idempotency)_/.test(statement));

export const tallyMigrations: readonly Migration[] = [
  { id: '0001-first', sqlite: [...kernelTables, 'create table `tally` (`id` text not null primary key, `account_id` text not null, `version` integer not null)'] },
];

export const openTallies = (file = ':memory:'): Promise<Database<TallyTables>> => openDatabase<TallyTables>({ entities: [TallySchema], migrations: tallyMigrations, file });

/** One change of one tally, announced as every change of an aggregate is. */
export async function bump(tx: Tx<TallyTables>, id: string): Promise<number> {
  const row = await tx.sql.selectFrom('Tally').select('version').where('id', '=', id).executeTakeFirst();
  const version = (row?.version ?? 0) + 1;
  if (row) await tx.sql.updateTable('Tally').set({ version }).where('id', '=', id).execute();
  else await tx.sql.insertInto('Tally').values({ id, accountId: 'acme', version }).execute();
  await tx.announce({ accountId: 'acme', aggregateType: 'tally', aggregateId: id, aggregateVersion: version, type: 'BUMPED', actorId: 'bea' });
  return version;
}
