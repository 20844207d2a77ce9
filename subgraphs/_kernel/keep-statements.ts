import type { Database, Statement } from 'better-sqlite3';

const KEPT = 500;

/**
 * Compiles each SQL text once and keeps it; the query builder's driver prepares anew on every call, which costs as much as
 * running it. Safe because statements run to their end at once (nothing iterates), and SQLite recompiles after a schema change.
 */
export function keepStatements(database: Database): void {
  const prepare = database.prepare.bind(database);
  const kept = new Map<string, Statement>();
  database.prepare = ((sql: string): Statement => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = prepare(sql);
    kept.set(sql, statement);
    const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return statement;
  }) as Database['prepare'];
}
