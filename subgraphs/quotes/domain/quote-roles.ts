import { isMemberRole, type MemberRole } from '#kernel/share-roles.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { isOurs, type QuoteFacts, type QuoteRole, type QuoteStatus, type QuoteHandOver } from './quote-lifecycle.ts';
import type { Destinations } from './quote-messages.ts';

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
  readonly draftUpdates: boolean;
  readonly buyerMayCancel: boolean;
  readonly destinations: Destinations;
  /** Whether what is requested goes to the quote system of the seller. */
  readonly handOver: boolean;
  readonly daysToLive: number;
}

/**
 * What a viewer is to a quote. Nobody inherits a role: colleagues of the owner, administrators and partners have none. [QUOTE-07, QUOTE-08]
 * @param member what they are as one it is shared with
 */
export function rolesOn(viewer: Viewer, quote: { ownerId: string; salesRepId?: string | null }, rules: Pick<QuoteRules, 'assignmentRequired'>, member?: MemberRole): QuoteRole[] {
  if (viewer.kind !== 'SALES_REP') return viewer.id === quote.ownerId ? ['owner'] : member ? [member] : [];
  if (!viewer.permissions.includes('PUBLISH_QUOTE')) return ['plainRep'];
  const roles: QuoteRole[] = ['rep'];
  if (quote.salesRepId === viewer.id) roles.push('assignedRep');
  if (!rules.assignmentRequired) roles.push('unboundRep');
  return roles;
}

/** Whether somebody is on the side of the buyer: its owner, or one it is shared with. */
export const isBuyersSide = (roles: readonly QuoteRole[]): boolean => roles.some((role) => role === 'owner' || isMemberRole(role));

/** Where a quote comes from: a buyer wrote it, assistance was asked for with his cart, it mirrored that cart before, or another shop handed a cart over. [QUOTE-11, ASSIST-03, CPQ-01, XFER-11] */
export const QUOTE_ORIGINS = ['BUYER', 'ASSISTANCE', 'CART', 'PARTNER'] as const;
export type QuoteOrigin = (typeof QUOTE_ORIGINS)[number];

export interface JudgedQuote {
  readonly status: QuoteStatus;
  readonly origin: QuoteOrigin;
  readonly handOver?: QuoteHandOver | null;
  readonly expiresAt?: Date | null;
  readonly checkoutId?: string | null;
  readonly unpricedLines: number;
}

/**
 * What the rules must know of a quote, and of whoever is about to do something to it.
 * @param checkoutId the checkout that asks, if one does
 */
export function factsOf(quote: JudgedQuote, roles: readonly QuoteRole[], rules: QuoteRules, now: Date, checkoutId?: string): QuoteFacts {
  return {
    assignmentRequired: rules.assignmentRequired,
    pastExpiry: quote.expiresAt != null && quote.expiresAt <= now,
    sparedByJob: rules.expiryExclusions.includes(quote.status),
    hold: quote.checkoutId == null ? 'none' : quote.checkoutId === checkoutId ? 'own' : 'foreign',
    unpricedLines: quote.unpricedLines,
    isElsewhere: !isOurs(quote.handOver),
    sellerOnly: isBuyersSide(roles) && quote.origin === 'CART' && quote.status === 'QUOTE_REQUESTED',
    cancelOff: !rules.buyerMayCancel && isBuyersSide(roles),
    updatesOff: !rules.draftUpdates && (roles.includes('owner') ? quote.origin === 'ASSISTANCE' : isBuyersSide(roles)),
  };
}
