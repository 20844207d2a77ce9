import Database, { type Statement } from 'better-sqlite3';
import { vi } from 'vitest';

/** The SQL of every statement that runs meanwhile, kept ones too. */
export async function countStatements<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const prototype = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as Statement;
  const spies = (['all', 'run', 'get', 'iterate'] as const).map((method) => {
    const original = prototype[method] as (...values: unknown[]) => unknown;
    return vi.spyOn(prototype, method).mockImplementation(function (this: Statement, ...values: unknown[]) {
      statements.push(this.source);
      return original.apply(this, values) as never;
    });
  });
  const result = await work().finally(() => spies.forEach((spy) => spy.mockRestore()));
  return { result, statements };
}

/** The least of three counts: what runs in the background only ever adds to one. */
export async function least(count: () => Promise<number>): Promise<number> {
  return Math.min(await count(), await count(), await count());
}
