import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { changeLines, type LineChange } from '../domain/change-lines.ts';
import { pricedColumns, type PricedQuote } from '../domain/price-quote.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { changeTerms, type QuoteTerms, type TermsChange } from '../domain/quote-terms.ts';
import { factsOf } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { findQuote, refuseStale, type FoundQuote } from './find-quote.ts';
import { priceWantedLines } from './price-wanted-lines.ts';
import { draftOf, linesOf, replaceLines } from './quote-lines.ts';
import { writeQuote, type QuotesTx } from './write-quote.ts';

export interface QuoteUpdate {
  readonly quoteId: string;
  readonly lines?: readonly LineChange[];
  readonly terms?: TermsChange;
  readonly expectedVersion?: number | null;
}

interface Repriced {
  readonly seen: Quote;
  readonly terms: QuoteTerms;
  readonly priced: PricedQuote;
}

const MAX_TRIES = 5;

/**
 * The buyer changes what he asks for, or the assigned rep what is offered. Prices come from a peer, so not inside the
 * transaction: a quote that moved meanwhile is read and priced again. [QUOTE-12, QUOTE-16, QUOTE-20, QUOTE-21]
 */
export async function updateQuote(context: QuotesContext, update: QuoteUpdate): Promise<Quote> {
  const viewer = requireViewer(context);
  for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
    const { quote: seen, actor } = await changeable(context, viewer, context.db.sql, update);
    const maySetPrices = !actor.roles.includes('owner');
    if (update.terms && !maySetPrices) requireTermsRights(viewer, update.terms);
    const before = (await linesOf(context.db.sql, update.quoteId)).map(draftOf);
    const wanted = update.lines ? changeLines(before, update.lines, { maySetPrices, customItemsOnly: context.config.customItemsOnly, newId }) : before;
    const terms = update.terms ? changeTerms(seen.terms, update.terms) : seen.terms;
    const priced = await priceWantedLines(context, seen, wanted, terms);
    const written = await writeUpdate(context, viewer, update, { seen, terms, priced });
    if (written) return written;
  }
  throw refuse('CONFLICT', 'Others kept changing this quote. Try again.', { quoteId: update.quoteId });
}

/** As for a cart. [CART-67, CART-71] */
function requireTermsRights(viewer: Viewer, { agreementId, promotionCodes }: TermsChange): void {
  if (agreementId === undefined && promotionCodes === undefined) return;
  requirePermission(viewer, 'VIEW_NET_PRICE');
  if (agreementId !== undefined) requirePermission(viewer, 'USE_PRICING_AGREEMENT');
}

/** @returns undefined when the quote is no longer what was priced */
function writeUpdate(context: QuotesContext, viewer: Viewer, update: QuoteUpdate, { seen, terms, priced }: Repriced): Promise<Quote | undefined> {
  return context.db.transact(async (tx) => {
    const { quote, actor } = await changeable(context, viewer, tx.sql, update);
    if (quote.version !== seen.version) return undefined;
    await replaceLines(tx, quote, priced.lines);
    const changes = { ...pricedColumns(priced, quote.expiresAt ?? null), terms, pricedMark: seen.staleMark };
    const type = update.lines ? 'LINES_CHANGED' : 'TERMS_CHANGED';
    return writeQuote(tx, quote, changes, { type, actorId: actor.id, at: context.clock.now() });
  });
}

async function changeable(context: QuotesContext, viewer: Viewer, sql: QuotesTx['sql'], { quoteId, expectedVersion }: QuoteUpdate): Promise<FoundQuote> {
  const found = await findQuote(sql, context.config, viewer, quoteId);
  refuseStale(found.quote, expectedVersion);
  const { quote, actor } = found;
  const facts = factsOf(quote, context.config, context.clock.now());
  judgeOrRefuse(QUOTE_UPDATES, { status: quote.status, command: 'CHANGE_LINES', roles: actor.roles, facts }, { quoteId });
  return found;
}
