import { dropFiles as drop } from '#kernel/receive-files.ts';
import type { QuotesContext } from '../context.ts';
import type { FrozenAttachment } from '../domain/freeze-quote.ts';
import type { QuoteAttachment } from '../entities/quote-attachment.ts';
import type { QuotesTx } from './write-quote.ts';

/** What goes along with a quote at this moment, for its revision; from here on its files stay for as long as the revision. */
export async function reviseAttachments(tx: QuotesTx, quoteId: string): Promise<FrozenAttachment[]> {
  const attached = await tx.sql.selectFrom('QuoteAttachment').selectAll().where('quoteId', '=', quoteId).where('status', '=', 'APPLIED').orderBy('id').execute();
  if (attached.length > 0) await tx.sql.updateTable('QuoteAttachment').set({ revised: true }).where('quoteId', '=', quoteId).where('status', '=', 'APPLIED').execute();
  return attached.map(({ id, name, description = null, contentType, bytes, sha256, lineId = null, internal }) => ({ id, name, description, contentType, bytes, sha256, lineId, internal }));
}

/** What a revision names is hidden, the rest is gone. @returns files that may have lost their last row, to be dropped after the commit */
export async function removeAttachments(tx: QuotesTx, attachments: readonly QuoteAttachment[]): Promise<string[]> {
  for (const { id, revised } of attachments) {
    if (revised) await tx.sql.updateTable('QuoteAttachment').set({ status: 'REMOVED' }).where('id', '=', id).execute();
    else await tx.sql.deleteFrom('QuoteAttachment').where('id', '=', id).execute();
  }
  return attachments.filter(({ revised }) => !revised).map(({ fileId }) => fileId);
}

/** A line that goes takes its attachments along; their files are dropped in the next round. */
export async function dropAttachmentsBut(tx: QuotesTx, quoteId: string, lineIds: ReadonlySet<string>): Promise<void> {
  const ofLines = await tx.sql.selectFrom('QuoteAttachment').selectAll().where('quoteId', '=', quoteId).where('lineId', 'is not', null).where('status', '=', 'APPLIED').execute();
  await removeAttachments(tx, ofLines.filter(({ lineId }) => lineId != null && !lineIds.has(lineId)));
}

/** Removes files that no attachment of a quote names any more. */
export const dropFiles = ({ db, files }: Pick<QuotesContext, 'db' | 'files'>, fileIds: readonly string[]): Promise<void> =>
  drop(files, fileIds, (some) => db.sql.selectFrom('QuoteAttachment').select('fileId').where('fileId', 'in', some).execute());
