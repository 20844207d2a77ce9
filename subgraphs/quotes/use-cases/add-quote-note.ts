import { refuse } from '#kernel/errors.ts';
import type { Audience } from '#kernel/events.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { factsOf } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { findQuote } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { linesOf } from './quote-lines.ts';
import { writeNote } from './write-note.ts';
import { writeQuote } from './write-quote.ts';

export interface QuoteNoteRequest {
  readonly quoteId: string;
  readonly text: string;
  readonly lineId?: string | null;
  readonly internal?: boolean | null;
}

/** Buyer or rep says something about a quote or a line of it; a rep's internal note stays with the seller. [QUOTE-50] */
export function addQuoteNote(context: QuotesContext, { quoteId, text, lineId = null, internal }: QuoteNoteRequest): Promise<Quote> {
  const viewer = requireViewer(context);
  return context.db.transact(async (tx) => {
    const at = await offerTime(context, tx.sql);
    const { quote, actor } = await findQuote(tx.sql, context.config, viewer, quoteId);
    const facts = factsOf(quote, actor.roles, context.config, at);
    const { audit } = judgeOrRefuse(QUOTE_UPDATES, { status: quote.status, command: 'ADD_NOTE', roles: actor.roles, facts }, { quoteId });
    if (internal && !actor.roles.includes('rep')) throw refuse('FORBIDDEN', 'Only the seller writes internal notes.', { quoteId });
    if (lineId !== null && !(await linesOf(tx.sql, quoteId)).some((line) => line.id === lineId)) throw refuse('NOT_FOUND', 'The quote has no such line.', { lineId });
    await writeNote(tx, quote, { text, lineId, internal: internal ?? false, authorId: actor.id, at });
    return writeQuote(tx, quote, {}, { type: audit, actorId: actor.id, at, more: internal ? { audience: 'SELLER' satisfies Audience } : {} });
  });
}
