import { readAttachmentDescription } from '#kernel/attachments.ts';
import { refuse } from '#kernel/errors.ts';
import type { Audience } from '#kernel/events.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import { pickAdded, pickRemoved } from '../domain/quote-attachments.ts';
import { isBuyersSide } from '../domain/quote-roles.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteAttachment } from '../entities/quote-attachment.ts';
import { refuseStale } from './find-quote.ts';
import { dropFiles, removeAttachments } from './keep-attachments.ts';
import { offerTime } from './read-offer-time.ts';
import { linesOf } from './quote-lines.ts';
import { attachable } from './receive-quote-uploads.ts';
import { writeQuote } from './write-quote.ts';

export interface AddedQuoteAttachment {
  readonly uploadId: string;
  readonly description?: string | null;
  readonly lineId?: string | null;
  readonly internal?: boolean | null;
}

export interface ApplyQuoteAttachments {
  readonly quoteId: string;
  readonly add: readonly AddedQuoteAttachment[];
  readonly remove: readonly string[];
  readonly expectedVersion?: number | null;
}

/**
 * Uploads become attachments of a quote or of its lines, and others go, in one version. Each side has its own; a rep's internal
 * ones stay with the seller. Named once more, an attachment is described anew. [CART-77]
 */
export async function applyQuoteAttachments(context: QuotesContext, { quoteId, add, remove, expectedVersion }: ApplyQuoteAttachments): Promise<Quote> {
  const viewer = requireViewer(context);
  if (add.length === 0 && remove.length === 0) throw refuse('BAD_USER_INPUT', 'Name something to add or to remove.');
  const wishes = new Map(add.map((each) => [each.uploadId, { ...each, description: readAttachmentDescription(each.description) }]));
  const { written, fileIds } = await context.db.transact(async (tx) => {
    const { quote, actor } = await attachable(context, tx.sql, quoteId);
    await refuseStale(tx.sql, quote, expectedVersion, viewer);
    const by = { id: actor.id, isSeller: !isBuyersSide(actor.roles) };
    if (!by.isSeller && add.some(({ internal }) => internal)) throw refuse('FORBIDDEN', 'Only the seller attaches internally.', { quoteId });
    const lines = new Set((await linesOf(tx.sql, quoteId)).map(({ id }) => id));
    const strayLine = add.find(({ lineId }) => lineId != null && !lines.has(lineId));
    if (strayLine) throw refuse('NOT_FOUND', 'The quote has no such line.', { lineId: strayLine.lineId });
    const known = await tx.sql.selectFrom('QuoteAttachment').selectAll().where('quoteId', '=', quoteId).execute();
    const visible = known.filter(({ internal }) => by.isSeller || !internal);
    const added = pickAdded(visible, [...wishes.keys()], by);
    const removed = pickRemoved(visible.filter(({ id }) => !wishes.has(id)), remove, by);
    // Named again, a file may become public that was internal; of what is and stays internal the buyer does not hear.
    const isInternal = [...added.map((file) => describe(file, wishes.get(file.id))), ...removed].every(({ internal }) => internal);
    for (const file of added) await tx.sql.updateTable('QuoteAttachment').set(describe(file, wishes.get(file.id))).where('id', '=', file.id).execute();
    const fileIds = await removeAttachments(tx, removed);
    return { fileIds, written: await writeQuote(tx, quote, {}, { type: 'ATTACHMENTS_CHANGED', actorId: actor.id, at: await offerTime(context, tx.sql), more: isInternal ? { audience: 'SELLER' satisfies Audience } : {} }) };
  });
  context.loaders.attachmentsOfQuote.clear(quoteId);
  await dropFiles(context, fileIds);
  return written;
}

/** What is said of an attachment now; where it belongs and who sees it stays as it was unless it is named. */
function describe(file: QuoteAttachment, wish: AddedQuoteAttachment | undefined): Pick<QuoteAttachment, 'status' | 'description' | 'lineId' | 'internal'> {
  const internal = wish?.internal ?? file.internal;
  if (internal && !file.internal && file.status === 'APPLIED') throw refuse('BAD_USER_INPUT', 'What the buyer was shown cannot be made internal; take it away.', { attachmentId: file.id });
  return { status: 'APPLIED', description: wish?.description ?? null, lineId: wish?.lineId === undefined ? file.lineId : wish.lineId, internal };
}
