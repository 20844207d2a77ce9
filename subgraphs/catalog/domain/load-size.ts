import { refuse } from '#kernel/errors.ts';

const MOST = 1_000;

/** One load is one statement and one transaction, so it has a size. */
export function refuseBadLoadSize(rows: readonly unknown[]): void {
  if (rows.length === 0 || rows.length > MOST) throw refuse('BAD_USER_INPUT', `A load has 1 to ${MOST} rows.`, { rows: rows.length });
}
