import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { changeLines, withoutOverride, type LineChange } from '../domain/change-lines.ts';
import { refuseDeepDiscounts } from '../domain/guard-discounts.ts';
import { pricedColumns, type PricedQuote } from '../domain/price-quote.ts';
import { changesOfLines } from '../domain/quote-changes.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { changeTerms, type QuoteTerms, type TermsChange } from '../domain/quote-terms.ts';
import { factsOf, isBuyersSide } from '../domain/quote-roles.ts';
import { requiredRole } from '../domain/share-roles.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteLine } from '../entities/quote-line.ts';
import { findQuote, refuseStale, type FoundQuote } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
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
  readonly lines: readonly QuoteLine[];
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
    const maySetPrices = !isBuyersSide(actor.roles);
    if (!maySetPrices) requireTermsRights(viewer, update);
    const lines = await linesOf(context.db.sql, update.quoteId);
    const before = lines.map(draftOf);
    const kept = maySetPrices || update.terms?.agreementId == null ? before : before.map(withoutOverride);
    const wanted = update.lines ? changeLines(kept, update.lines, { maySetPrices, customItemsOnly: context.config.customItemsOnly, newId }) : kept;
    const terms = update.terms ? changeTerms(seen.terms, update.terms, { maySetPrices, currency: seen.currency }) : seen.terms;
    const priced = await priceWantedLines(context, { ...seen, terms }, wanted, { terms: seen.terms, lines: before });
    if (maySetPrices) refuseDeepDiscounts(before, priced, context.config.maxDiscountPercent);
    const written = await writeUpdate(context, viewer, update, { seen, terms, priced, lines });
    if (written) return written;
  }
  throw refuse('CONFLICT', 'Others kept changing this quote. Try again.', { quoteId: update.quoteId });
}

/** As for a cart. [CART-67, CART-71] */
function requireTermsRights(viewer: Viewer, { lines = [], terms = {} }: QuoteUpdate): void {
  const namesAgreement = terms.agreementId !== undefined || lines.some((line) => line.agreementId !== undefined);
  if (!namesAgreement && terms.promotionCodes === undefined) return;
  requirePermission(viewer, 'VIEW_NET_PRICE');
  if (namesAgreement) requirePermission(viewer, 'USE_PRICING_AGREEMENT');
}

/** @returns undefined when the quote is no longer what was priced */
function writeUpdate(context: QuotesContext, viewer: Viewer, update: QuoteUpdate, { seen, terms, priced, lines }: Repriced): Promise<Quote | undefined> {
  return context.db.transact(async (tx) => {
    const { quote, actor } = await changeable(context, viewer, tx.sql, update);
    if (quote.version !== seen.version) return undefined;
    await replaceLines(tx, quote, priced.lines);
    const changes = { ...pricedColumns(priced, quote.expiresAt ?? null), terms, pricedMark: seen.staleMark };
    const type = update.lines ? 'LINES_CHANGED' : 'TERMS_CHANGED';
    return writeQuote(tx, quote, changes, { type, actorId: actor.id, at: await offerTime(context, tx.sql), changes: changesOfLines(lines, priced.lines, priced.currency) });
  });
}

async function changeable(context: QuotesContext, viewer: Viewer, sql: QuotesTx['sql'], { quoteId, expectedVersion }: QuoteUpdate): Promise<FoundQuote> {
  const found = await findQuote(sql, context.config, viewer, quoteId);
  await refuseStale(sql, found.quote, expectedVersion, viewer);
  const { quote, actor } = found;
  const facts = factsOf(quote, actor.roles, context.config, await offerTime(context, sql));
  judgeOrRefuse(QUOTE_UPDATES, { status: quote.status, command: 'CHANGE_LINES', roles: actor.roles, facts }, { quoteId }, requiredRole('CHANGE_LINES', actor.roles));
  return found;
}
