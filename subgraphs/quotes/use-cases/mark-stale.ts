import { REPRICED_STATUSES } from '../domain/repricing.ts';
import type { QuotesTx } from './write-quote.ts';

const CHUNK = 5_000;

/** Notes which quotes that follow the prices of the day may cost something else now: in one statement, or one for every 5,000 products. */
export async function markStale(tx: QuotesTx, skus: readonly string[] | 'all'): Promise<void> {
  const open = tx.sql
    .updateTable('Quote')
    .set((eb) => ({ staleMark: eb('staleMark', '+', 1) }))
    .where('status', 'in', REPRICED_STATUSES)
    .where('deletedAt', 'is', null);
  if (skus === 'all') {
    await open.execute();
    return;
  }
  for (let i = 0; i < skus.length; i += CHUNK) {
    const some = skus.slice(i, i + CHUNK);
    await open.where('id', 'in', (eb) => eb.selectFrom('QuoteLine').select('quoteId').where('sku', 'in', some)).execute();
  }
}
