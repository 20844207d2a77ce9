import type { QuotesTx } from './write-quote.ts';

/** The next number of the year, such as Q-2026-000123: counted in the transaction of the quote that gets it, so none is given twice. */
export async function takeNumber(tx: QuotesTx, at: Date): Promise<string> {
  const year = at.getUTCFullYear();
  const { last } = await tx.sql
    .insertInto('QuoteSequence')
    .values({ year, last: 1 })
    .onConflict((oc) => oc.column('year').doUpdateSet((eb) => ({ last: eb('QuoteSequence.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow();
  return `Q-${year}-${String(last).padStart(6, '0')}`;
}
