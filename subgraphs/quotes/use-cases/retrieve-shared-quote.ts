import { refuse } from '#kernel/errors.ts';
import { isCurrent, mayClaim } from '#kernel/memberships.ts';
import { readRetrievalNumber } from '#kernel/share-inputs.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteMember } from '../entities/quote-member.ts';
import { forgetMembers } from './change-sharing.ts';
import { noSuchQuote, requireQuotes } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
import { readableQuote, readQuote } from './read-quote.ts';
import { writeQuote } from './write-quote.ts';

/** Opens a shared quote by the number that was sent; an invitation of a private person becomes the membership of the first who does. [SHARE-16..19, SHARE-34] */
export async function retrieveSharedQuote(context: QuotesContext, typed: string): Promise<Quote> {
  const viewer = requireViewer(context);
  refuseWithoutEntry(context, viewer);
  const retrievalNumber = readRetrievalNumber(typed);
  const found = await memberOf(context.db.sql, retrievalNumber);
  if (!found) throw refuse('RETRIEVAL_NUMBER_UNKNOWN', 'There is no such retrieval number.');
  const readable = await readableQuote(context, found.quoteId);
  if (readable) return readable;
  await context.db.transact(async (tx) => {
    const member = await memberOf(tx.sql, retrievalNumber);
    const quote = await tx.sql.selectFrom('Quote').selectAll().where('id', '=', found.quoteId).where('deletedAt', 'is', null).executeTakeFirst();
    if (quote && member?.userId === viewer.id && isCurrent(member)) return; // a second click
    if (!quote || !member || !mayClaim(viewer, member)) throw noSuchQuote(found.quoteId);
    await tx.sql.updateTable('QuoteMember').set({ userId: viewer.id, version: member.version + 1, updatedById: viewer.id }).where('id', '=', member.id).execute();
    await writeQuote(tx, quote, {}, { type: 'MEMBER_JOINED', actorId: viewer.id, at: await offerTime(context, tx.sql) });
  });
  forgetMembers(context, found.quoteId);
  return readQuote(context, found.quoteId);
}

function refuseWithoutEntry({ config }: QuotesContext, { kind }: Viewer): void {
  if (kind === 'GUEST') throw refuse('UNAUTHENTICATED', 'Sign in to open a shared quote; the number stays good.');
  requireQuotes(config); // whoever opens it joins it
  if (!config.sharing) throw refuse('OPERATION_DISABLED', 'Sharing quotes is switched off.');
  if (kind === 'BUYER' && !config.retrievalByNumber) throw refuse('OPERATION_DISABLED', 'Business buyers find shared quotes in their list.');
}

const memberOf = (sql: QuotesContext['db']['sql'], retrievalNumber: string): Promise<QuoteMember | undefined> =>
  sql.selectFrom('QuoteMember').selectAll().where('retrievalNumber', '=', retrievalNumber).executeTakeFirst();
