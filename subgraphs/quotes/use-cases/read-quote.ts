import { requireViewer } from '#kernel/viewer-guard.ts';
import { looksLikeId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import type { QuoteRole } from '../domain/quote-lifecycle.ts';
import { mayRead } from '../domain/quote-rights.ts';
import { rolesOn } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { findMemberRole } from './find-members.ts';
import { noSuchQuote } from './find-quote.ts';

/** The quote as it stands, or null for those who may not see it in its present status. */
export async function readableQuote(context: QuotesContext, quoteId: string): Promise<Quote | null> {
  const { viewer, loaders } = context;
  const quote = viewer && looksLikeId(quoteId) ? await loaders.quoteById.load(quoteId) : undefined;
  if (!viewer || !quote || quote.deletedAt != null) return null;
  return mayRead(quote.status, await rolesFor(context, viewer, quote)) ? quote : null;
}

/** What a viewer is to a quote they have before them. */
export async function rolesFor({ loaders, config }: QuotesContext, viewer: Viewer, quote: Quote): Promise<QuoteRole[]> {
  return rolesOn(viewer, quote, config, await findMemberRole(viewer, quote, config, (quoteId) => loaders.roleOn.load(quoteId)));
}

export async function readQuote(context: QuotesContext, quoteId: string): Promise<Quote> {
  requireViewer(context);
  const quote = await readableQuote(context, quoteId);
  if (!quote) throw noSuchQuote(quoteId);
  return quote;
}
