import type { Kysely } from '@mikro-orm/sqlite';
import type { Database } from 'better-sqlite3';

/** SQLite runs a statement at once. Waiting for a turn on the connection is for transactions only, and they have theirs. */
interface Direct {
  readonly database: Database;
  readonly writes: boolean;
}

const connections = new WeakMap<object, Direct>();

/** Statements of `sql` find their rows here from now on, without a queue between. */
export const runDirectly = <Tables>(sql: Kysely<Tables>, direct: Direct): void => void connections.set(sql, direct);
export const endDirectly = <Tables>(sql: Kysely<Tables>): void => void connections.delete(sql);

/** The statement, compiled and ready to run; undefined where it has to go through the query builder's driver. */
/** Where a select can run now; undefined where it has to go through the query builder's driver. */
export const directlyRead = <Tables>(sql: Kysely<Tables>): Database | undefined => connections.get(sql)?.database;

/** Where a statement that writes can run now. Outside a transaction none can: one that is under way on the connection would take it along. */
export function directlyWritten<Tables>(sql: Kysely<Tables>): Database | undefined {
  const direct = connections.get(sql);
  return direct?.writes ? direct.database : undefined;
}
