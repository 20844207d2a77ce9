import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requirePermission } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { UNASKED } from '../domain/quote-lifecycle.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { readReason } from '../domain/read-reason.ts';
import { factsOf, rolesOn } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { quoteCart, requireBuyer } from './create-quote.ts';
import { move } from './move-quote.ts';
import { writeNote } from './write-note.ts';
import { writeQuote } from './write-quote.ts';

export interface AssistanceRequest {
  readonly cartId: string;
  readonly reason?: string | null;
  readonly comment?: string | null;
}

/** A buyer hands a cart over to a sales rep. Asked again it is the same quote, and only a new reason is taken in. [ASSIST-03, ASSIST-05] */
export async function requestAssistance(context: QuotesContext, { cartId, reason: text, comment }: AssistanceRequest): Promise<Quote> {
  const viewer = requireBuyer(context);
  requirePermission(viewer, 'ASK_SALES_ASSISTANCE');
  const reason = readReason(text);
  return quoteCart(context, viewer, cartId, async (tx, quote) => {
    const at = context.clock.now();
    const roles = rolesOn(viewer, quote, context.config);
    const facts = factsOf(quote, context.config, at);
    if (UNASKED.has(quote.status)) return move(tx, quote, 'request', { actor: { id: viewer.id, roles }, facts, at, set: { reason }, comment });
    if (reason === null || reason === quote.reason) return quote; // a retry
    judgeOrRefuse(QUOTE_UPDATES, { status: quote.status, command: 'ADD_NOTE', roles, facts }, { quoteId: quote.id });
    if (comment) await writeNote(tx, quote, { text: comment, authorId: viewer.id, at, internal: false, lineId: null });
    return writeQuote(tx, quote, { reason }, { type: 'REASON_CHANGED', actorId: viewer.id, at });
  });
}
