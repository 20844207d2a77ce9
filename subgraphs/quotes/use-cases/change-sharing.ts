import { refuse } from '#kernel/errors.ts';
import { judge, judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import type { Notice } from '../domain/notices.ts';
import { factsOf } from '../domain/quote-roles.ts';
import { QUOTE_SHARING, type SharingCommand } from '../domain/quote-sharing.ts';
import { requiredRole } from '../domain/share-roles.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteMember } from '../entities/quote-member.ts';
import { announceNotices } from './announce-notices.ts';
import { allMembers, usersOf } from './find-members.ts';
import { findQuote } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { writeQuote, type QuotesTx } from './write-quote.ts';

export interface SharedQuote {
  readonly quote: Quote;
  readonly viewer: Viewer;
  readonly at: Date;
  /** All there ever were. */
  readonly known: readonly QuoteMember[];
  /** Whether the viewer may manage members, and not only write to them. */
  readonly manages: boolean;
}

export interface DoneSharing {
  readonly cause: string;
  readonly everShared?: true;
  readonly notices: readonly Notice[];
  /** Whose membership it ended. */
  readonly left?: readonly QuoteMember[];
}

/** Strangers learn nothing first, not even that sharing is switched off. [SHARE-01, SHARE-08] */
export async function openSharing(context: QuotesContext, sql: QuotesTx['sql'], viewer: Viewer, quoteId: string, command: SharingCommand): Promise<{ quote: Quote; manages: boolean }> {
  const { quote, actor } = await findQuote(sql, context.config, viewer, quoteId);
  if (!context.config.sharing) throw refuse('OPERATION_DISABLED', 'Sharing quotes is switched off.', { quoteId });
  const question = { status: quote.status, roles: actor.roles, facts: factsOf(quote, actor.roles, context.config, await offerTime(context, sql)) };
  judgeOrRefuse(QUOTE_SHARING, { ...question, command }, { quoteId }, requiredRole(command, actor.roles));
  return { quote, manages: judge(QUOTE_SHARING, { ...question, command: 'share' }).allowed };
}

/** A change of whom a quote is shared with: judged, done, its notices and its version written in one transaction. Nothing done, nothing written. */
export async function changeSharing(context: QuotesContext, quoteId: string, command: SharingCommand, change: (tx: QuotesTx, found: SharedQuote) => Promise<DoneSharing | undefined>): Promise<Quote> {
  const viewer = requireViewer(context);
  const written = await context.db.transact(async (tx) => {
    const { quote, manages } = await openSharing(context, tx.sql, viewer, quoteId, command);
    const at = await offerTime(context, tx.sql);
    const done = await change(tx, { quote, viewer, at, manages, known: await allMembers(tx.sql, quoteId) });
    if (!done) return quote;
    const { cause, everShared = quote.everShared, notices, left = [] } = done;
    await announceNotices(tx, quote, viewer.id, notices);
    return writeQuote(tx, quote, { everShared }, { type: cause, actorId: viewer.id, at, more: { left: usersOf(left) } });
  });
  forgetMembers(context, quoteId);
  return written;
}

/** What this request has read of a quote before it changed is not so any more. */
export function forgetMembers({ loaders }: QuotesContext, quoteId: string): void {
  for (const loader of [loaders.quoteById, loaders.roleOn, loaders.membersOfQuote]) loader.clear(quoteId);
}
