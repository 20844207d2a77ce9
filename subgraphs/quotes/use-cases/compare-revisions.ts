import { refuse } from '#kernel/errors.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { diffQuotes, type QuoteDiff } from '../domain/diff-quotes.ts';
import { freeze, type FrozenQuote } from '../domain/freeze-quote.ts';
import { frozenAtListPrice } from '../domain/shown-prices.ts';
import { readQuote } from './read-quote.ts';

/** What is different between two revisions of a quote, or between one and the quote as it stands; at the prices the viewer may see. */
export async function compareRevisions(context: QuotesContext, quoteId: string, from: number, to?: number | null): Promise<QuoteDiff> {
  const quote = await readQuote(context, quoteId);
  const shown = (frozen: FrozenQuote): FrozenQuote => (seesNetPrices(context.viewer) ? frozen : frozenAtListPrice(frozen));
  const before = await contentOf(context, quoteId, from);
  const after = to == null ? freeze(quote, await context.loaders.linesOfQuote.load(quoteId)) : await contentOf(context, quoteId, to);
  return diffQuotes(shown(before), shown(after));
}

async function contentOf({ db }: QuotesContext, quoteId: string, number: number): Promise<FrozenQuote> {
  const revision = await db.sql.selectFrom('QuoteRevision').select('content').where('quoteId', '=', quoteId).where('number', '=', number).executeTakeFirst();
  if (!revision) throw refuse('NOT_FOUND', 'The quote has no such revision.', { quoteId, number });
  return revision.content;
}
