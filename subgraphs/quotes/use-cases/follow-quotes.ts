import type { DomainEvent } from '#kernel/events.ts';
import type { Frame } from '#kernel/feed.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';
import { mayRead } from '../domain/quote-rights.ts';
import { rolesOn, type QuoteRules } from '../domain/quote-roles.ts';

interface QuoteFact {
  readonly ownerId: string;
  readonly from: QuoteStatus | null;
  readonly status: QuoteStatus;
}

/** A buyer watches all his quotes, a sales rep the desk: each change of what can be read before or after it. */
export function followQuotes(context: QuotesContext): AsyncIterableIterator<Frame> {
  const viewer = requireViewer(context);
  return context.feed.followAll((event) => concerns(viewer, context.config, event));
}

/** A quote that leaves the viewer's sight concerns him once more; what happens out of his sight does not. */
export function concerns(viewer: Viewer, rules: QuoteRules, event: Pick<DomainEvent, 'payload'>): boolean {
  const { ownerId, from, status } = event.payload as unknown as QuoteFact;
  const roles = rolesOn(viewer, { ownerId }, rules);
  return mayRead(status, roles) || (from !== null && mayRead(from, roles));
}
