import type { Frame } from '#kernel/feed.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';
import { mayRead } from '../domain/quote-rights.ts';
import { rolesOn } from '../domain/quote-roles.ts';

/** Of the frames of a quote those its reader may know of: one says that it is gone; the next comes when it is back, and spans what happened in between. */
export function inSight(context: QuotesContext, viewer: Viewer, quoteId: string, frames: AsyncIterableIterator<Frame>): AsyncIterableIterator<Frame> {
  let visible = true;
  let lastVersion: number | undefined;

  async function next(): Promise<IteratorResult<Frame>> {
    for (let step = await frames.next(); !step.done; step = await frames.next()) {
      const wasVisible = visible;
      visible = await isVisibleAt(context, viewer, quoteId, step.value.version);
      if (!visible && !wasVisible) continue;
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

/** By the status the quote had at that version, however late the frame is looked at. */
async function isVisibleAt({ db, bus, config }: QuotesContext, viewer: Viewer, quoteId: string, version: number): Promise<boolean> {
  const quote = await db.sql.selectFrom('Quote').select(['ownerId', 'status', 'version', 'deletedAt']).where('id', '=', quoteId).executeTakeFirst();
  if (!quote || quote.deletedAt != null) return false;
  const [then] = quote.version === version ? [] : await bus.history('quote', quoteId, version - 1);
  const status = (then?.payload.status as QuoteStatus | undefined) ?? quote.status;
  return mayRead(status, rolesOn(viewer, quote, config));
}
