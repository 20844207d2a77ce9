import { newId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { QUOTE_LIFECYCLE, REVISING, type QuoteCommand, type QuoteFacts } from '../domain/quote-lifecycle.ts';
import { noticeOf } from '../domain/notices.ts';
import { isMessage } from '../domain/quote-messages.ts';
import { factsOf, type Actor, type QuoteRules } from '../domain/quote-roles.ts';
import { requiredRole } from '../domain/share-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { announceNotices } from './announce-notices.ts';
import { findQuote, refuseStale } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { writeNote } from './write-note.ts';
import { reviseQuote } from './revise-quote.ts';
import { writeQuote, type QuoteChanges, type QuotesTx } from './write-quote.ts';

export interface Step {
  readonly actor: Actor;
  readonly rules: QuoteRules;
  readonly at: Date;
  /** What the rules must know beside what is in the quote. */
  readonly facts?: Partial<QuoteFacts>;
  /** The checkout that asks, if one does. */
  readonly checkoutId?: string;
  readonly set?: QuoteChanges;
  /** What else its event tells. */
  readonly more?: Record<string, unknown>;
  /** Kept as a note for both sides. [ASSIST-06] */
  readonly comment?: string | null;
}

/** The one way from status to status: judged, written, audited, revised where due, announced; all of it or nothing. [QUOTE-02, QUOTE-05, QUOTE-45] */
export async function move(tx: QuotesTx, quote: Quote, command: QuoteCommand, step: Step): Promise<Quote> {
  const { actor, rules, at } = step;
  const facts = { ...factsOf(quote, actor.roles, rules, at, step.checkoutId), ...step.facts };
  const { to, audit, announces } = judgeOrRefuse(QUOTE_LIFECYCLE, { status: quote.status, command, roles: actor.roles, facts }, { quoteId: quote.id }, requiredRole(command, actor.roles));
  await tx.sql.insertInto('QuoteAudit').values({ id: newId(), quoteId: quote.id, accountId: quote.accountId, action: audit, from: quote.status, to, actorId: actor.id, at }).execute();
  if (step.comment) await writeNote(tx, quote, { text: step.comment, authorId: actor.id, at, internal: false, lineId: null });
  const handed = command === 'request' && rules.handOver && quote.handOver == null ? handOver(quote, rules, at) : undefined;
  const moved = await writeQuote(tx, quote, { ...step.set, ...handed?.set, status: to }, { type: audit, actorId: actor.id, at, more: { ...step.more, ...handed?.more }, destination: announces && isMessage(announces) ? rules.destinations[announces] : undefined });
  const notice = noticeOf(command, moved, actor.id, step.comment);
  if (notice) await announceNotices(tx, moved, actor.id, [notice]);
  if (REVISING.has(command)) await reviseQuote(tx, moved, { action: audit, actorId: actor.id, at });
  return moved;
}

/** What is asked for goes to the quote system, once, with how long an answer is of use. [EXT-16, EXT-19] */
function handOver({ expiresAt }: Quote, { daysToLive }: QuoteRules, at: Date): { set: QuoteChanges; more: Record<string, unknown> } {
  const until = expiresAt != null && expiresAt > at ? expiresAt : new Date(at.getTime() + daysToLive * 86_400_000);
  return { set: { handOver: 'PENDING' }, more: { handOver: { expiresAt: until.toISOString() } } };
}

export interface Command extends Pick<Step, 'facts' | 'comment'> {
  readonly quoteId: string;
  readonly expectedVersion?: number | null;
  /** What else changes with the move. */
  readonly set?: (quote: Quote, actor: Actor, tx: QuotesTx) => QuoteChanges | Promise<QuoteChanges>;
}

/** Someone tells a quote to move: one transaction, judged on what is there then. */
export async function moveFor(context: QuotesContext, command: QuoteCommand, wish: Command): Promise<Quote> {
  const viewer = requireViewer(context);
  return context.db.transact(async (tx) => {
    const at = await offerTime(context, tx.sql);
    const { quote, actor } = await findQuote(tx.sql, context.config, viewer, wish.quoteId);
    await refuseStale(tx.sql, quote, wish.expectedVersion, viewer);
    const set = await wish.set?.(quote, actor, tx);
    return move(tx, quote, command, { actor, rules: context.config, at, facts: wish.facts, set, comment: wish.comment });
  });
}
