import type { Kysely } from '@mikro-orm/sqlite';
import type { Database } from 'better-sqlite3';
import type { Built, Compiled, Values } from '#kernel/compile-statement.ts';
import { directlyRead, directlyWritten } from '#kernel/direct.ts';
import { namesOf, type AnyStatement } from '#kernel/entity-names.ts';

/**
 * A statement of the query builder over values that are known only when it runs: a function with a name in its module. It is
 * built and compiled at its first run and only bound after that, for building a statement costs more than running it.
 * A value is converted as the property of its name is; a list that is no property's may have any length, for `in`.
 */
export type Statement<Tables, V, Row> = (sql: Kysely<Tables>, values: V) => Built<Row>;

/** What a select finds. */
export async function find<Tables, V extends object, Row>(sql: Kysely<Tables>, statement: Statement<Tables, V, Row>, values: V): Promise<Row[]> {
  const direct = directlyRead(sql);
  if (direct) return readNow(direct, sql, statement, values);
  const { rows } = await sql.getExecutor().executeQuery(bind(sql, statement, values));
  return rows as Row[];
}

/** What two selects find at one moment: the one never stands beside the other of a later time. */
export async function findBoth<Tables, V extends object, A, B>(sql: Kysely<Tables>, first: Statement<Tables, V, A>, second: Statement<Tables, V, B>, values: V): Promise<[A[], B[]]> {
  const direct = directlyRead(sql);
  if (!direct) return sql.transaction().execute(async (snapshot) => [await find(snapshot, first, values), await find(snapshot, second, values)]);
  direct.prepare('begin').run();
  try {
    return [first, second].map((statement) => readNow(direct, sql, statement as Statement<Tables, V, unknown>, values)) as [A[], B[]];
  } finally {
    direct.prepare('commit').run();
  }
}

/** @returns how many rows it wrote */
export async function write<Tables, V extends object>(sql: Kysely<Tables>, statement: Statement<Tables, V, unknown>, values: V): Promise<number> {
  const compiled = bind(sql, statement, values);
  const direct = directlyWritten(sql);
  if (direct) return direct.prepare(compiled.sql).run(compiled.parameters).changes;
  const { numAffectedRows } = await sql.getExecutor().executeQuery(compiled);
  return Number(numAffectedRows ?? 0);
}

const bind = <Tables, V extends object>(sql: Kysely<Tables>, statement: Statement<Tables, V, unknown>, values: V): Compiled =>
  namesOf(sql).bind(statement as unknown as AnyStatement, values as Values);

function readNow<Tables, V extends object, Row>(direct: Database, sql: Kysely<Tables>, statement: Statement<Tables, V, Row>, values: V): Row[] {
  const compiled = bind(sql, statement, values);
  return namesOf(sql).read(compiled, direct.prepare(compiled.sql).all(compiled.parameters)) as Row[];
}
