import { MAX_ATTACHMENTS, requireAttachments } from '#kernel/attachments.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import { receiveFiles, tooMany, type IncomingFile } from '#kernel/receive-files.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { usesQuoteAttachments } from '../domain/quote-attachments.ts';
import { QUOTE_UPDATES } from '../domain/quote-rights.ts';
import { factsOf, isBuyersSide } from '../domain/quote-roles.ts';
import { requiredRole } from '../domain/share-roles.ts';
import type { QuoteAttachment } from '../entities/quote-attachment.ts';
import { findQuote, type FoundQuote } from './find-quote.ts';
import { offerTime } from './read-offer-time.ts';
import type { QuotesTx } from './write-quote.ts';

/** A quote that the viewer may attach something to: attachments are content, so by whom and when lines may be changed. */
export async function attachable(context: QuotesContext, sql: QuotesTx['sql'], quoteId: string): Promise<FoundQuote> {
  const viewer = requireViewer(context);
  requireAttachments(context.config, viewer, usesQuoteAttachments);
  const found = await findQuote(sql, context.config, viewer, quoteId);
  const { quote, actor } = found;
  const facts = factsOf(quote, actor.roles, context.config, await offerTime(context, sql));
  judgeOrRefuse(QUOTE_UPDATES, { status: quote.status, command: 'CHANGE_LINES', roles: actor.roles, facts }, { quoteId }, requiredRole('CHANGE_LINES', actor.roles));
  return found;
}

/** Asked before anything of an upload is read. */
export async function allowQuoteUpload(context: QuotesContext, quoteId: string): Promise<void> {
  await attachable(context, context.db.sql, quoteId);
}

/** The files of an upload wait beside the quote, which has them only when they are applied. [CART-76] */
export async function receiveQuoteUploads(context: QuotesContext, quoteId: string, incoming: AsyncIterable<IncomingFile>): Promise<QuoteAttachment[]> {
  const { db, files, config, clock } = context;
  const { quote, actor } = await attachable(context, db.sql, quoteId);
  const waits = { accountId: quote.accountId, quoteId, lineId: null, status: 'PENDING', internal: false, bySeller: !isBuyersSide(actor.roles), revised: false, description: null, uploadedById: requireViewer(context).id } as const;
  const room = MAX_ATTACHMENTS - (await countAttachments(db.sql, quoteId));
  return receiveFiles(files, config, room, incoming, async (received) => {
    const rows = received.map((file): QuoteAttachment => ({ ...file, ...waits, fileId: file.id, createdAt: clock.now() }));
    await db.transact(async (tx) => {
      if ((await countAttachments(tx.sql, quoteId)) + rows.length > MAX_ATTACHMENTS) throw tooMany(); // others came meanwhile
      await tx.sql.insertInto('QuoteAttachment').values(rows).execute();
    });
    return rows;
  });
}

async function countAttachments(sql: QuotesTx['sql'], quoteId: string): Promise<number> {
  const { count } = await sql
    .selectFrom('QuoteAttachment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('quoteId', '=', quoteId)
    .where('status', '<>', 'REMOVED')
    .executeTakeFirstOrThrow();
  return Number(count);
}
