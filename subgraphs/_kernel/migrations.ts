import type { MikroORM } from '@mikro-orm/sqlite';

/** One step of a schema; `id` sorts. Steps are data, so that both databases can be served from one list. */
export interface Migration {
  readonly id: string;
  readonly sqlite: readonly string[];
}

const LEDGER = 'schema_migration';

/** Brings the database to the newest step; each step and its note are one transaction, so a crash leaves whole steps only. */
export async function migrate(orm: MikroORM, migrations: readonly Migration[]): Promise<void> {
  const connection = orm.em.getConnection();
  await connection.execute(`create table if not exists ${LEDGER} (id text not null primary key, done_at text not null)`);
  const done = new Set((await connection.execute<{ id: string }[]>(`select id from ${LEDGER}`)).map((row) => row.id));
  for (const migration of migrations) {
    if (done.has(migration.id)) continue;
    await orm.em.fork().transactional(async (em) => {
      for (const statement of migration.sqlite) await em.execute(statement);
      await em.execute(`insert into ${LEDGER} (id, done_at) values (?, ?)`, [migration.id, new Date().toISOString()]);
    });
  }
}
