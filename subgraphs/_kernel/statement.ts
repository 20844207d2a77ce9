import type { Kysely } from '@mikro-orm/sqlite';
import type { Built, Values } from '#kernel/compile-statement.ts';
import { namesOf, type AnyStatement } from '#kernel/entity-names.ts';

/**
 * A statement of the query builder over values that are known only when it runs: a function with a name in its module. It is
 * built and compiled at its first run and only bound after that, for building a statement costs more than running it.
 * A value is converted as the property of its name is; a list that is no property's may have any length, for `in`.
 */
export type Statement<Tables, V, Row> = (sql: Kysely<Tables>, values: V) => Built<Row>;

/** What a select finds. */
export async function find<Tables, V extends object, Row>(sql: Kysely<Tables>, statement: Statement<Tables, V, Row>, values: V): Promise<Row[]> {
  const { rows } = await run(sql, statement, values);
  return rows as Row[];
}

/** @returns how many rows it wrote */
export async function write<Tables, V extends object>(sql: Kysely<Tables>, statement: Statement<Tables, V, unknown>, values: V): Promise<number> {
  const { numAffectedRows } = await run(sql, statement, values);
  return Number(numAffectedRows ?? 0);
}

function run<Tables, V extends object>(sql: Kysely<Tables>, statement: Statement<Tables, V, unknown>, values: V): ReturnType<Kysely<Tables>['executeQuery']> {
  const compiled = namesOf(sql).bind(statement as unknown as AnyStatement, values as Values);
  return sql.getExecutor().executeQuery(compiled);
}
