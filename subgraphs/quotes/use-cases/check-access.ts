import { refuse } from '#kernel/errors.ts';
import type { Frame } from '#kernel/feed.ts';
import type { QuotesContext } from '../context.ts';
import { readableQuote } from './read-quote.ts';

/** Whoever a quote is no longer shared with is told what ended that, once; the stream ends with it. Owner and seller go on watching. [NOTIF-07] */
export async function checkAccess(context: QuotesContext, { aggregateId: quoteId, cause, version }: Pick<Frame, 'aggregateId' | 'cause' | 'version'>): Promise<void> {
  const { viewer, loaders } = context;
  const quote = await loaders.quoteById.load(quoteId);
  if (!viewer || !quote || viewer.kind === 'SALES_REP' || viewer.id === quote.ownerId) return;
  if (await readableQuote(context, quoteId)) return;
  throw refuse('NOT_FOUND', 'You can no longer see this quote.', { quoteId, version, cause: (await endCauseOf(context, quoteId)) ?? cause });
}

/** A frame that comes late tells of an earlier change; the membership knows its own end. */
async function endCauseOf({ db, viewer }: QuotesContext, quoteId: string): Promise<string | null | undefined> {
  const member = await db.sql.selectFrom('QuoteMember').select('endCause').where('quoteId', '=', quoteId).where('userId', '=', viewer?.id ?? '').orderBy('endedAt', 'desc').executeTakeFirst();
  return member?.endCause;
}
