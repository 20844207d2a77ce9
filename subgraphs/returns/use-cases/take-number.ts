import type { ReturnsTx } from '../context.ts';

/** The next number of a series, such as R-2026-000123. Given in the transaction of what bears it: none is skipped or given twice. */
export async function takeNumber(tx: ReturnsTx, series: string): Promise<string> {
  const { last } = await tx.sql
    .insertInto('NumberSeries')
    .values({ series, last: 1 })
    .onConflict((oc) => oc.column('series').doUpdateSet((eb) => ({ last: eb('NumberSeries.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${series}-${String(last).padStart(6, '0')}`;
}
