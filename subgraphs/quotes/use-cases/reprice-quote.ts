import type { QuotesContext } from '../context.ts';
import { pricedColumns, type PricedQuote } from '../domain/price-quote.ts';
import { isStale } from '../domain/repricing.ts';
import type { Quote } from '../entities/quote.ts';
import { offerTime } from './read-offer-time.ts';
import { priceWantedLines } from './price-wanted-lines.ts';
import { draftOf, linesOf, replaceLines } from './quote-lines.ts';
import { writeQuote } from './write-quote.ts';

/**
 * Looks the prices of a stale quote up again, for the account of its buyer. Announced only when he would see a difference.
 * One that moved meanwhile was priced by whoever moved it, or is still stale. [QUOTE-12, QUOTE-25]
 */
export function repriceQuote(context: QuotesContext, quoteId: string): Promise<void> {
  return context.turns.take(quoteId, async () => {
    const seen = await context.db.sql.selectFrom('Quote').selectAll().where('id', '=', quoteId).executeTakeFirst();
    if (!seen || seen.deletedAt != null || !isStale(seen)) return;
    const lines = await linesOf(context.db.sql, quoteId);
    await writePrices(context, seen, await priceWantedLines(context, seen, lines.map(draftOf)));
    context.loaders.quoteById.clear(quoteId);
    context.loaders.linesOfQuote.clear(quoteId);
  });
}

function writePrices(context: QuotesContext, seen: Quote, priced: PricedQuote): Promise<unknown> {
  return context.db.transact(async (tx) => {
    const quote = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', seen.id).executeTakeFirstOrThrow();
    if (quote.version !== seen.version) return;
    const columns = pricedColumns(priced, quote.expiresAt ?? null);
    if (columns.priceHash === quote.priceHash) {
      await tx.sql.updateTable('Quote').set({ pricedMark: seen.staleMark }).where('id', '=', quote.id).execute();
      return;
    }
    await replaceLines(tx, quote, priced.lines);
    await writeQuote(tx, quote, { ...columns, pricedMark: seen.staleMark }, { type: 'REPRICED', actorId: null, at: await offerTime(context, tx.sql) });
  });
}
