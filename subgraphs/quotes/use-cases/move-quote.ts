import { newId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { QUOTE_LIFECYCLE, REVISING, type QuoteCommand, type QuoteFacts } from '../domain/quote-lifecycle.ts';
import { factsOf, type Actor } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { findQuote, refuseStale } from './find-quote.ts';
import { writeNote } from './write-note.ts';
import { reviseQuote } from './revise-quote.ts';
import { writeQuote, type QuoteChanges, type QuotesTx } from './write-quote.ts';

export interface Step {
  readonly actor: Actor;
  readonly facts: QuoteFacts;
  readonly at: Date;
  readonly set?: QuoteChanges;
  /** Kept as a note for both sides. [ASSIST-06] */
  readonly comment?: string | null;
}

/** The one way from status to status: judged, written, audited, revised where due, announced; all of it or nothing. [QUOTE-02, QUOTE-05, QUOTE-45] */
export async function move(tx: QuotesTx, quote: Quote, command: QuoteCommand, step: Step): Promise<Quote> {
  const { actor, facts, at } = step;
  const { to, audit, announces } = judgeOrRefuse(QUOTE_LIFECYCLE, { status: quote.status, command, roles: actor.roles, facts }, { quoteId: quote.id });
  await tx.sql.insertInto('QuoteAudit').values({ id: newId(), quoteId: quote.id, accountId: quote.accountId, action: audit, from: quote.status, to, actorId: actor.id, at }).execute();
  if (step.comment) await writeNote(tx, quote, { text: step.comment, authorId: actor.id, at, internal: false, lineId: null });
  const moved = await writeQuote(tx, quote, { ...step.set, status: to }, { type: audit, actorId: actor.id, at, destination: announces });
  if (REVISING.has(command)) await reviseQuote(tx, moved, { action: audit, actorId: actor.id, at });
  return moved;
}

export interface Command {
  readonly quoteId: string;
  readonly expectedVersion?: number | null;
  readonly comment?: string | null;
  /** What else changes with the move. */
  readonly set?: (quote: Quote, actor: Actor, tx: QuotesTx) => QuoteChanges | Promise<QuoteChanges>;
}

/** Someone tells a quote to move: one transaction, judged on what is there then. */
export async function moveFor(context: QuotesContext, command: QuoteCommand, wish: Command): Promise<Quote> {
  const viewer = requireViewer(context);
  const at = context.clock.now();
  return context.db.transact(async (tx) => {
    const { quote, actor } = await findQuote(tx.sql, context.config, viewer, wish.quoteId);
    refuseStale(quote, wish.expectedVersion);
    const set = await wish.set?.(quote, actor, tx);
    return move(tx, quote, command, { actor, facts: factsOf(quote, context.config, at), at, set, comment: wish.comment });
  });
}
