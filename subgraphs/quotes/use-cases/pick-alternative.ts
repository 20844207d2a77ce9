import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import { pricedColumns } from '../domain/price-quote.ts';
import { isAlternative, withAlternative } from '../domain/quote-alternatives.ts';
import { ALTERNATIVE_PICKS } from '../domain/quote-rights.ts';
import { factsOf } from '../domain/quote-roles.ts';
import type { QuoteStatus } from '../domain/quote-lifecycle.ts';
import { requiredRole } from '../domain/share-roles.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteAlternative } from '../entities/quote-alternative.ts';
import { findQuote, refuseStale, type FoundQuote } from './find-quote.ts';
import { move } from './move-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { priceWantedLines } from './price-wanted-lines.ts';
import { draftOf, linesOf, replaceLines } from './quote-lines.ts';
import { writeQuote, type QuotesTx } from './write-quote.ts';

export interface Pick {
  readonly quoteId: string;
  readonly alternativeId: string;
  readonly comment?: string | null;
  readonly expectedVersion?: number | null;
}

/**
 * The buyer takes what was offered instead of a line: the line is that from now on, at the rep's price or today's. A published
 * offer is taken back, changed and asked for again, in one transaction, for the rep to publish it anew. Picked again, nothing
 * changes. [QUOTE-27]
 */
export async function pickAlternative(context: QuotesContext, wish: Pick): Promise<Quote> {
  const viewer = requireViewer(context);
  const { quote: seen, alternative } = await pickable(context, viewer, context.db.sql, wish);
  const before = (await linesOf(context.db.sql, wish.quoteId)).map(draftOf);
  if (before.some((line) => line.id === alternative.lineId && isAlternative(line, alternative))) return seen;
  const wanted = before.map((line) => (line.id === alternative.lineId ? withAlternative(line, alternative) : line));
  const priced = await priceWantedLines(context, seen, wanted);
  return context.db.transact(async (tx) => {
    const { quote, actor, leadsTo } = await pickable(context, viewer, tx.sql, { ...wish, expectedVersion: seen.version });
    const at = await offerTime(context, tx.sql);
    const step = { actor, rules: context.config, at };
    const isOffer = leadsTo !== quote.status;
    const open = isOffer ? await move(tx, quote, 'edit', step) : quote;
    await tx.sql.insertInto('QuoteAudit').values({ id: newId(), quoteId: quote.id, accountId: quote.accountId, action: 'PICK_ALTERNATIVE', from: open.status, to: open.status, actorId: actor.id, at }).execute();
    await replaceLines(tx, quote, priced.lines);
    const changed = await writeQuote(tx, open, { ...pricedColumns(priced, quote.expiresAt ?? null), pricedMark: seen.staleMark }, { type: 'ALTERNATIVE_PICKED', actorId: actor.id, at });
    return isOffer ? move(tx, changed, 'request', { ...step, comment: wish.comment }) : changed;
  });
}

async function pickable(context: QuotesContext, viewer: Viewer, sql: QuotesTx['sql'], { quoteId, alternativeId, expectedVersion }: Pick): Promise<FoundQuote & { alternative: QuoteAlternative; leadsTo: QuoteStatus }> {
  const found = await findQuote(sql, context.config, viewer, quoteId);
  await refuseStale(sql, found.quote, expectedVersion, viewer);
  const { quote, actor } = found;
  const facts = factsOf(quote, actor.roles, context.config, await offerTime(context, sql));
  const { to } = judgeOrRefuse(ALTERNATIVE_PICKS, { status: quote.status, command: 'PICK_ALTERNATIVE', roles: actor.roles, facts }, { quoteId }, requiredRole('PICK_ALTERNATIVE', actor.roles));
  const alternative = await sql.selectFrom('QuoteAlternative').selectAll().where('quoteId', '=', quoteId).where('id', '=', alternativeId).executeTakeFirst();
  if (!alternative) throw refuse('NOT_FOUND', 'This alternative is not offered, or no more.', { alternativeId });
  return { ...found, alternative, leadsTo: to };
}
