import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { changeLines, type LineChange } from '../domain/change-lines.ts';
import { priceHash } from '../domain/price-hash.ts';
import { totalsOf, type DraftLine } from '../domain/price-quote.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { factsOf } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteLine } from '../entities/quote-line.ts';
import { findQuote, refuseStale, type FoundQuote } from './find-quote.ts';
import { priceWantedLines, type PricedDocument } from './price-wanted-lines.ts';
import { linesOf, replaceLines } from './quote-lines.ts';
import { writeQuote, type QuotesTx } from './write-quote.ts';

export interface LinesUpdate {
  readonly quoteId: string;
  readonly lines: readonly LineChange[];
  readonly expectedVersion?: number | null;
}

const MAX_TRIES = 5;

/**
 * The buyer changes what he asks for, or the assigned rep what is offered. Prices come from a peer, so not inside the
 * transaction: a quote that moved meanwhile is read and priced again. [QUOTE-12, QUOTE-16, QUOTE-20, QUOTE-21]
 */
export async function updateQuoteLines(context: QuotesContext, update: LinesUpdate): Promise<Quote> {
  const viewer = requireViewer(context);
  for (let attempt = 1; attempt <= MAX_TRIES; attempt++) {
    const seen = await changeable(context, viewer, context.db.sql, update);
    const maySetPrices = !seen.actor.roles.includes('owner');
    const before = (await linesOf(context.db.sql, update.quoteId)).map(draftOf);
    const wanted = changeLines(before, update.lines, { maySetPrices, customItemsOnly: context.config.customItemsOnly, newId });
    const priced = await priceWantedLines(context, seen.quote, wanted);
    const written = await writeLines(context, viewer, update, seen.quote.version, priced);
    if (written) return written;
  }
  throw refuse('CONFLICT', 'Others kept changing this quote. Try again.', { quoteId: update.quoteId });
}

/** @returns undefined when the quote is no longer what was priced */
function writeLines(context: QuotesContext, viewer: Viewer, update: LinesUpdate, pricedVersion: number, { currency, lines }: PricedDocument): Promise<Quote | undefined> {
  return context.db.transact(async (tx) => {
    const { quote, actor } = await changeable(context, viewer, tx.sql, update);
    if (quote.version !== pricedVersion) return undefined;
    await replaceLines(tx, quote, lines);
    const changes = { ...totalsOf(lines), priceHash: priceHash(currency, quote.expiresAt, lines) };
    return writeQuote(tx, quote, changes, { type: 'LINES_CHANGED', actorId: actor.id, at: context.clock.now() });
  });
}

async function changeable(context: QuotesContext, viewer: Viewer, sql: QuotesTx['sql'], { quoteId, expectedVersion }: LinesUpdate): Promise<FoundQuote> {
  const found = await findQuote(sql, context.config, viewer, quoteId);
  refuseStale(found.quote, expectedVersion);
  const { quote, actor } = found;
  const facts = factsOf(quote, context.config, context.clock.now());
  judgeOrRefuse(QUOTE_UPDATES, { status: quote.status, command: 'CHANGE_LINES', roles: actor.roles, facts }, { quoteId });
  return found;
}

const draftOf = (line: QuoteLine): DraftLine => ({
  id: line.id,
  position: line.position,
  sku: line.sku ?? null,
  description: line.description ?? null,
  quantityMicro: line.quantityMicro,
  uom: line.uom,
  overrideUnitMicro: line.overrideUnitMicro ?? null,
});
