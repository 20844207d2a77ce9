import { requireViewer } from '#kernel/viewer-guard.ts';
import { looksLikeId } from '#kernel/ids.ts';
import type { QuotesContext } from '../context.ts';
import { mayRead } from '../domain/quote-rights.ts';
import { rolesOn } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { noSuchQuote } from './find-quote.ts';

/** The quote as it stands, or null for those who may not see it in its present status. */
export async function readableQuote({ viewer, loaders, config }: QuotesContext, quoteId: string): Promise<Quote | null> {
  const quote = viewer && looksLikeId(quoteId) ? await loaders.quoteById.load(quoteId) : undefined;
  if (!viewer || !quote || quote.deletedAt != null) return null;
  return mayRead(quote.status, rolesOn(viewer, quote, config)) ? quote : null;
}

export async function readQuote(context: QuotesContext, quoteId: string): Promise<Quote> {
  requireViewer(context);
  const quote = await readableQuote(context, quoteId);
  if (!quote) throw noSuchQuote(quoteId);
  return quote;
}
