import { workInSlices } from '#kernel/work-in-slices.ts';
import type { QuotesContext } from '../context.ts';
import { REPRICED_STATUSES } from '../domain/repricing.ts';
import { repriceQuote } from './reprice-quote.ts';

/** Stale quotes that somebody watches, in the order of their ids, with rests in between; the others wait for their next touch. */
export async function repriceWatched(context: QuotesContext): Promise<void> {
  const stale = await context.db.sql
    .selectFrom('Quote')
    .select('id')
    .where('status', 'in', REPRICED_STATUSES)
    .whereRef('staleMark', '>', 'pricedMark')
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute();
  await workInSlices(stale, async ({ id }) => {
    if (context.watched.has(id)) await repriceQuote(context, id).catch(() => undefined); // still stale: its next reader tries again
  });
}
