import type { Viewer } from '#kernel/viewer.ts';
import type { QuoteFacts, QuoteRole, QuoteStatus } from './quote-lifecycle.ts';

/** Someone, or something, about to do something to one quote. */
export interface Actor {
  /** Null for the expiry job. */
  readonly id: string | null;
  readonly roles: readonly QuoteRole[];
}

export const JOB: Actor = { id: null, roles: ['job'] };

export interface QuoteRules {
  readonly assignmentRequired: boolean;
  readonly expiryExclusions: readonly QuoteStatus[];
}

/** What a viewer is to a quote. Nobody inherits a role: colleagues of the owner, administrators and partners have none. [QUOTE-07, QUOTE-08] */
export function rolesOn(viewer: Viewer, quote: { ownerId: string; salesRepId?: string | null }, rules: QuoteRules): QuoteRole[] {
  if (viewer.kind !== 'SALES_REP') return viewer.id === quote.ownerId ? ['owner'] : [];
  if (!viewer.permissions.includes('PUBLISH_QUOTE')) return ['plainRep'];
  const roles: QuoteRole[] = ['rep'];
  if (quote.salesRepId === viewer.id) roles.push('assignedRep');
  if (!rules.assignmentRequired) roles.push('unboundRep');
  return roles;
}

export interface JudgedQuote {
  readonly status: QuoteStatus;
  readonly expiresAt?: Date | null;
  readonly checkoutId?: string | null;
  readonly unpricedLines: number;
}

/** @param checkoutId the checkout that asks, if one does */
export function factsOf(quote: JudgedQuote, rules: QuoteRules, now: Date, checkoutId?: string): QuoteFacts {
  return {
    assignmentRequired: rules.assignmentRequired,
    pastExpiry: quote.expiresAt != null && quote.expiresAt <= now,
    sparedByJob: rules.expiryExclusions.includes(quote.status),
    hold: quote.checkoutId == null ? 'none' : quote.checkoutId === checkoutId ? 'own' : 'foreign',
    unpricedLines: quote.unpricedLines,
  };
}
