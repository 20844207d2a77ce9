import { newId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { QUOTE_LIFECYCLE } from '../domain/quote-lifecycle.ts';
import { factsOf } from '../domain/quote-roles.ts';
import { requiredRole } from '../domain/share-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { draftQuote } from './draft-quote.ts';
import { findQuote } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { priceWantedLines } from './price-wanted-lines.ts';
import { draftOf, linesOf } from './quote-lines.ts';
import type { QuotesTx } from './write-quote.ts';

/**
 * The buyer negotiates an expired quote again: a new quote at today's prices, without the rep's, with the history so far.
 * The expired one stays as it is; while its clone is a draft, cloning again gives that one. [QUOTE-06, QUOTE-13]
 */
export async function cloneQuote(context: QuotesContext, quoteId: string): Promise<Quote> {
  const viewer = requireViewer(context);
  const source = await cloneable(context, viewer, context.db.sql, quoteId);
  const lines = (await linesOf(context.db.sql, quoteId)).map((line) => ({ ...draftOf(line), id: newId(), overrideUnitMicro: null, overrideBy: null, targetUnitMicro: null }));
  const { accountId } = source;
  const terms = { ...source.terms, freight: null, discount: null };
  const priced = await priceWantedLines(context, { accountId, terms }, lines);
  return context.db.transact(async (tx) => {
    await cloneable(context, viewer, tx.sql, quoteId);
    const earlier = await tx.sql.selectFrom('Quote').selectAll().where('clonedFromId', '=', quoteId).where('status', '=', 'DRAFTING').executeTakeFirst();
    if (earlier) return earlier;
    const clonedFromAudits = await tx.sql.selectFrom('QuoteAudit').selectAll().where('quoteId', '=', quoteId).orderBy('id').execute();
    const audits = clonedFromAudits.map((audit) => ({ ...audit, id: newId() }));
    const clone = await draftQuote(tx, viewer, await offerTime(context, tx.sql), { action: 'CLONE_QUOTE', from: source.status, origin: 'BUYER', cart: null, clonedFromId: quoteId, terms, priced });
    await tx.sql.insertInto('QuoteAudit').values(audits.map((audit) => ({ ...audit, quoteId: clone.id }))).execute();
    return clone;
  });
}

async function cloneable(context: QuotesContext, viewer: Viewer, sql: QuotesTx['sql'], quoteId: string): Promise<Quote> {
  const { quote, actor } = await findQuote(sql, context.config, viewer, quoteId);
  const facts = factsOf(quote, actor.roles, context.config, await offerTime(context, sql));
  judgeOrRefuse(QUOTE_LIFECYCLE, { status: quote.status, command: 'clone', roles: actor.roles, facts }, { quoteId }, requiredRole('clone', actor.roles));
  return quote;
}
