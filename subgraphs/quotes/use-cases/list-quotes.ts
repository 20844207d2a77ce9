import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { QUOTE_STATUSES, type QuoteStatus } from '../domain/quote-lifecycle.ts';
import { mayRead } from '../domain/quote-rights.ts';
import { rolesOn } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';

/** A buyer's own quotes, or all that a sales rep may see, newest first; ids grow with time. [QUOTE-51] */
export async function listQuotes(context: QuotesContext, wanted: readonly QuoteStatus[] | null | undefined, page: PageRequest): Promise<Connection<Quote>> {
  const viewer = requireViewer(context);
  const ownerId = viewer.kind === 'SALES_REP' ? '' : viewer.id;
  const roles = rolesOn(viewer, { ownerId }, context.config);
  const statuses = (wanted ?? QUOTE_STATUSES).filter((status) => mayRead(status, roles));
  return readPage(page, (quote: Quote) => [quote.id], 1, async (limit, after) => {
    if (statuses.length === 0) return [];
    let query = context.db.sql.selectFrom('Quote').selectAll().where('status', 'in', statuses).where('deletedAt', 'is', null);
    if (ownerId !== '') query = query.where('accountId', '=', viewer.accountId).where('ownerId', '=', ownerId);
    if (after) query = query.where('id', '<', after[0] ?? '');
    const quotes = await query.orderBy('id', 'desc').limit(limit).execute();
    for (const quote of quotes) context.loaders.quoteById.prime(quote.id, quote);
    return quotes;
  });
}
