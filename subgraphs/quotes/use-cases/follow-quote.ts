import type { Frame } from '#kernel/feed.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { readableQuote, readQuote } from './read-quote.ts';

/** Someone who may read a quote wants to see it change; while it is out of his sight he hears that it went, and nothing more. [QUOTE-04] */
export async function followQuote(context: QuotesContext, { quoteId, afterVersion }: { quoteId: string; afterVersion?: number | null }): Promise<AsyncIterableIterator<Frame>> {
  const viewer = requireViewer(context);
  const { ownerId } = await readQuote(context, quoteId);
  const reread = async (): Promise<number> => {
    context.loaders.quoteById.clear(quoteId);
    return (await readQuote(context, quoteId)).version;
  };
  const frames = context.feed.follow(quoteId, { afterVersion, currentVersion: reread });
  const isOwner = ownerId === viewer.id; // who can always read it, until it is deleted
  return isOwner ? frames : inSight(frames, context, quoteId);
}

/** One frame says that the quote is gone; the next one comes when it is back, and spans what happened in between. */
function inSight(frames: AsyncIterableIterator<Frame>, context: QuotesContext, quoteId: string): AsyncIterableIterator<Frame> {
  let visible = true;
  let lastVersion: number | undefined;

  async function next(): Promise<IteratorResult<Frame>> {
    for (let step = await frames.next(); !step.done; step = await frames.next()) {
      context.loaders.quoteById.clear(quoteId);
      const readable = (await readableQuote(context, quoteId)) !== null;
      const told = visible || readable;
      visible = readable;
      if (!told) continue;
      const frame = { ...step.value, fromVersion: lastVersion ?? step.value.fromVersion };
      lastVersion = frame.version;
      return { done: false, value: frame };
    }
    return { done: true, value: undefined };
  }

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next,
    async return() {
      await frames.return?.();
      return { done: true, value: undefined };
    },
  };
}
