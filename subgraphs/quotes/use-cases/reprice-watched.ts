import type { QuotesContext } from '../context.ts';
import { REPRICED_STATUSES } from '../domain/repricing.ts';
import { repriceQuote } from './reprice-quote.ts';

/** One after the other, so that a price list of a hundred thousand rows does not stand before every buyer. */
export async function repriceWatched(context: QuotesContext): Promise<void> {
  const stale = await context.db.sql
    .selectFrom('Quote')
    .select('id')
    .where('status', 'in', REPRICED_STATUSES)
    .whereRef('staleMark', '>', 'pricedMark')
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute();
  for (const { id } of stale) {
    if (context.watched.has(id)) await repriceQuote(context, id).catch(() => undefined); // still stale: its next reader tries again
  }
}
