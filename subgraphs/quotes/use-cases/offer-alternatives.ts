import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { refuseDeepDiscounts } from '../domain/guard-discounts.ts';
import { draftAlternatives, pricedAlternative, type OfferedAlternative } from '../domain/quote-alternatives.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { factsOf } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteLine } from '../entities/quote-line.ts';
import { findQuote, refuseStale, type FoundQuote } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { priceWantedLines } from './price-wanted-lines.ts';
import { linesOf } from './quote-lines.ts';
import { writeQuote, type QuotesTx } from './write-quote.ts';

export interface AlternativesOffer {
  readonly quoteId: string;
  readonly lineId: string;
  /** All there are from now on; none takes them back. */
  readonly alternatives: readonly OfferedAlternative[];
  readonly expectedVersion?: number | null;
}

/**
 * The rep who works on a quote says what could be had instead of a line, at what price; within the same floor as his other prices.
 * They are priced by themselves, without the promotions of the whole. Offered again, the set is replaced. [QUOTE-21]
 */
export async function offerAlternatives(context: QuotesContext, offer: AlternativesOffer): Promise<Quote> {
  const viewer = requireViewer(context);
  const { db, config, loaders } = context;
  const { quote: seen, line } = await offerable(context, viewer, db.sql, offer);
  const drafts = draftAlternatives(line, offer.alternatives, newId);
  const priced = drafts.length === 0 ? undefined : await priceWantedLines(context, { accountId: seen.accountId, currency: seen.currency, terms: { agreementId: seen.terms.agreementId, promotionCodes: [], shippingMethod: null } }, drafts);
  if (priced) refuseDeepDiscounts([], priced, config.maxDiscountPercent);
  const written = await db.transact(async (tx) => {
    const { quote, actor } = await offerable(context, viewer, tx.sql, { ...offer, expectedVersion: seen.version });
    const at = await offerTime(context, tx.sql);
    await tx.sql.deleteFrom('QuoteAlternative').where('quoteId', '=', quote.id).where('lineId', '=', line.id).execute();
    const rows = (priced?.lines ?? []).map((each) => ({ ...pricedAlternative(each), accountId: quote.accountId, quoteId: quote.id, lineId: line.id, offeredById: viewer.id, offeredAt: at }));
    if (rows.length > 0) await tx.sql.insertInto('QuoteAlternative').values(rows).execute();
    return writeQuote(tx, quote, {}, { type: 'ALTERNATIVES_OFFERED', actorId: actor.id, at });
  });
  loaders.alternativesOfQuote.clear(offer.quoteId);
  return written;
}

async function offerable(context: QuotesContext, viewer: Viewer, sql: QuotesTx['sql'], { quoteId, lineId, expectedVersion }: AlternativesOffer): Promise<FoundQuote & { line: QuoteLine }> {
  const found = await findQuote(sql, context.config, viewer, quoteId);
  await refuseStale(sql, found.quote, expectedVersion, viewer);
  const { quote, actor } = found;
  const facts = factsOf(quote, actor.roles, context.config, await offerTime(context, sql));
  judgeOrRefuse(QUOTE_UPDATES, { status: quote.status, command: 'OFFER_ALTERNATIVES', roles: actor.roles, facts }, { quoteId });
  const line = (await linesOf(sql, quoteId)).find(({ id }) => id === lineId);
  if (!line) throw refuse('NOT_FOUND', 'The quote has no such line.', { lineId });
  return { ...found, line };
}
