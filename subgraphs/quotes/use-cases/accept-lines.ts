import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { changeLines } from '../domain/change-lines.ts';
import { pricedColumns } from '../domain/price-quote.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { factsOf } from '../domain/quote-roles.ts';
import { requiredRole } from '../domain/share-roles.ts';
import type { Quote } from '../entities/quote.ts';
import { findQuote, refuseStale, type FoundQuote } from './find-quote.ts';
import { move } from './move-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { priceWantedLines } from './price-wanted-lines.ts';
import { draftOf, linesOf, replaceLines } from './quote-lines.ts';
import { writeQuote, type QuotesTx } from './write-quote.ts';

export interface PartialAcceptance {
  readonly quoteId: string;
  /** The lines that are taken; the others are left. */
  readonly lineIds: readonly string[];
  readonly comment?: string | null;
  readonly expectedVersion?: number | null;
}

/**
 * The buyer takes some lines of an offer and leaves the rest. As any change of an offer it is taken back, changed and asked for
 * again, here in one transaction: the rep, whose prices stay, only publishes it anew. [QUOTE-27]
 */
export async function acceptLines(context: QuotesContext, wish: PartialAcceptance): Promise<Quote> {
  const viewer = requireViewer(context);
  const { quote: seen } = await acceptable(context, viewer, context.db.sql, wish);
  const before = (await linesOf(context.db.sql, wish.quoteId)).map(draftOf);
  const unknown = wish.lineIds.find((id) => !before.some((line) => line.id === id));
  if (unknown !== undefined) throw refuse('NOT_FOUND', 'The quote has no such line.', { lineId: unknown });
  const left = before.filter(({ id }) => !wish.lineIds.includes(id));
  if (left.length === 0) throw refuse('BAD_USER_INPUT', 'Who takes every line orders the quote.', { quoteId: wish.quoteId });
  const kept = changeLines(before, left.map(({ id }) => ({ lineId: id, remove: true })), { maySetPrices: false, customItemsOnly: context.config.customItemsOnly, newId });
  const priced = await priceWantedLines(context, seen, kept);
  return context.db.transact(async (tx) => {
    const { quote, actor } = await acceptable(context, viewer, tx.sql, { ...wish, expectedVersion: seen.version });
    const at = await offerTime(context, tx.sql);
    const edited = await move(tx, quote, 'edit', { actor, rules: context.config, at });
    await replaceLines(tx, quote, priced.lines);
    const changed = await writeQuote(tx, edited, { ...pricedColumns(priced, quote.expiresAt ?? null), pricedMark: seen.staleMark }, { type: 'LINES_CHANGED', actorId: actor.id, at });
    return move(tx, changed, 'request', { actor, rules: context.config, at, comment: wish.comment });
  });
}

async function acceptable(context: QuotesContext, viewer: Viewer, sql: QuotesTx['sql'], { quoteId, expectedVersion }: PartialAcceptance): Promise<FoundQuote> {
  const found = await findQuote(sql, context.config, viewer, quoteId);
  await refuseStale(sql, found.quote, expectedVersion, viewer);
  const { quote, actor } = found;
  const facts = factsOf(quote, actor.roles, context.config, await offerTime(context, sql));
  judgeOrRefuse(QUOTE_UPDATES, { status: quote.status, command: 'ACCEPT_LINES', roles: actor.roles, facts }, { quoteId }, requiredRole('ACCEPT_LINES', actor.roles));
  return found;
}
