import BetterSqlite from 'better-sqlite3';

type Run = (this: unknown, ...args: unknown[]) => unknown;

/** How many statements all SQLite databases of this process run while the work is done. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const scratch = new BetterSqlite(':memory:');
  const statement = Object.getPrototypeOf(scratch.prepare('select 1')) as Record<string, Run>;
  const originals = ['all', 'get', 'run', 'iterate'].map((name) => [name, statement[name] as Run] as const);
  let count = 0;
  for (const [name, original] of originals) {
    statement[name] = function counted(...args) {
      count++;
      return original.apply(this, args);
    };
  }
  try {
    await work();
    return count;
  } finally {
    for (const [name, original] of originals) statement[name] = original;
    scratch.close();
  }
}
