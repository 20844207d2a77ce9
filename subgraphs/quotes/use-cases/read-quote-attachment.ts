import type { Readable } from 'node:stream';
import { requireAttachments } from '#kernel/attachments.ts';
import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { seesAttachment, usesQuoteAttachments } from '../domain/quote-attachments.ts';
import type { QuoteAttachment } from '../entities/quote-attachment.ts';
import { readableQuote } from './read-quote.ts';

/** An attachment for who may read its quote, also one that only a revision still names; one that waits is read by nobody. [QUOTE-04] */
export async function readQuoteAttachment(context: QuotesContext, id: string): Promise<{ attachment: QuoteAttachment; content: Readable }> {
  const viewer = requireViewer(context);
  requireAttachments(context.config, viewer, usesQuoteAttachments);
  const noSuch = refuse('NOT_FOUND', 'There is no such attachment.', { attachmentId: id });
  if (!looksLikeId(id)) throw noSuch;
  const attachment = await context.db.sql.selectFrom('QuoteAttachment').selectAll().where('id', '=', id).where('status', '<>', 'PENDING').executeTakeFirst();
  if (!attachment || !seesAttachment(attachment, viewer) || !(await readableQuote(context, attachment.quoteId))) throw noSuch;
  const content = await context.files.read(attachment.fileId);
  if (!content) throw noSuch;
  return { attachment, content };
}
