import type { Frame } from '#kernel/feed.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { inSight } from './keep-in-sight.ts';
import { openQuote } from './open-quote.ts';
import { readQuote } from './read-quote.ts';

/** Someone who may read a quote wants to see it change; while it is out of his sight he hears that it went, and nothing more. [QUOTE-04] */
export async function followQuote(context: QuotesContext, { quoteId, afterVersion }: { quoteId: string; afterVersion?: number | null }): Promise<AsyncIterableIterator<Frame>> {
  const viewer = requireViewer(context);
  await openQuote(context, quoteId);
  const currentVersion = async (): Promise<number> => {
    context.loaders.quoteById.clear(quoteId);
    return (await readQuote(context, quoteId)).version;
  };
  const frames = context.watched.during(quoteId, context.feed.follow(quoteId, { afterVersion, currentVersion }));
  const isSellers = viewer.kind === 'SALES_REP'; // all others see it in every status
  return isSellers ? inSight(context, viewer, quoteId, frames) : frames;
}
