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
  readonly sharedWith?: readonly string[];
  /** Whose membership this change has ended. */
  readonly left?: readonly string[];
}

/** A buyer watches all his quotes and those shared with him, a sales rep the desk: each change of what can be read before or after it. */
export function followQuotes(context: QuotesContext): AsyncIterableIterator<Frame> {
  const viewer = requireViewer(context);
  return context.feed.followAll((event) => concerns(viewer, context.config, event));
}

/** A quote that leaves the viewer's sight concerns him once more; what happens out of his sight does not. */
export function concerns(viewer: Viewer, rules: Pick<QuoteRules, 'assignmentRequired'> & { readonly sharing?: boolean }, event: Pick<DomainEvent, 'payload'> & Partial<Pick<DomainEvent, 'accountId'>>): boolean {
  const { ownerId, from, status, sharedWith = [], left = [] } = event.payload as unknown as QuoteFact;
  const isOfTheirs = viewer.kind !== 'BUYER' || event.accountId === viewer.accountId; // as one member of an organisation among others
  if (rules.sharing && isOfTheirs && (sharedWith.includes(viewer.id) || left.includes(viewer.id))) return true;
  const roles = rolesOn(viewer, { ownerId }, rules);
  return mayRead(status, roles) || (from !== null && mayRead(from, roles));
}
