import { refuse } from '#kernel/errors.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { factsOf } from '../domain/quote-roles.ts';
import { requiredRole } from '../domain/share-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { findQuote } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { writeNote } from './write-note.ts';
import { writeQuote } from './write-quote.ts';

export interface ExtensionWish {
  readonly quoteId: string;
  readonly until: Date;
  readonly comment?: string | null;
}

/** The buyer asks for more time. The offer stands as it is: to grant it, the seller takes it back and publishes it with a later end. */
export function askExtension(context: QuotesContext, { quoteId, until, comment }: ExtensionWish): Promise<Quote> {
  const viewer = requireViewer(context);
  return context.db.transact(async (tx) => {
    const at = await offerTime(context, tx.sql);
    const { quote, actor } = await findQuote(tx.sql, context.config, viewer, quoteId);
    const facts = factsOf(quote, actor.roles, context.config, at);
    const { audit } = judgeOrRefuse(QUOTE_UPDATES, { status: quote.status, command: 'ASK_EXTENSION', roles: actor.roles, facts }, { quoteId }, requiredRole('ASK_EXTENSION', actor.roles));
    if (quote.expiresAt != null && until <= quote.expiresAt) throw refuse('BAD_USER_INPUT', 'Ask for an end later than the one there is.', { expiresAt: quote.expiresAt.toISOString() });
    if (quote.extensionWanted?.getTime() === until.getTime()) return quote; // a retry
    if (comment) await writeNote(tx, quote, { text: comment, authorId: actor.id, at, internal: false, lineId: null });
    return writeQuote(tx, quote, { extensionWanted: until }, { type: audit, actorId: actor.id, at });
  });
}
