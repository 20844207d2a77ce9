import { pickFiles, usesAttachments, type AttachmentRules } from '#kernel/attachments.ts';
import { refuse } from '#kernel/errors.ts';
import { isSeller, type Viewer } from '#kernel/viewer.ts';

export const QUOTE_ATTACHMENT_STATUSES = ['PENDING', 'APPLIED', 'REMOVED'] as const;
export type QuoteAttachmentStatus = (typeof QUOTE_ATTACHMENT_STATUSES)[number];

/** The seller's people need no permission of business buyers; private people have no attachments here either. [CART-74, CART-75] */
export const usesQuoteAttachments = (rules: Pick<AttachmentRules, 'attachmentCategory'>, viewer: Viewer | null): boolean =>
  viewer !== null && isSeller(viewer) ? rules.attachmentCategory !== undefined : usesAttachments(rules, viewer);

/** Internal ones are for the seller's eyes, as internal notes are. */
export const seesAttachment = ({ internal }: { readonly internal: boolean }, viewer: Viewer | null): boolean => !internal || (viewer !== null && isSeller(viewer));

export interface AttachedFile {
  readonly id: string;
  readonly status: QuoteAttachmentStatus;
  readonly bySeller: boolean;
  readonly uploadedById: string;
}

/** What somebody may put on a quote: their own uploads, and once more what their side has put there. */
export function pickAdded<File extends AttachedFile>(known: readonly File[], ids: readonly string[], by: { readonly id: string | null; readonly isSeller: boolean }): File[] {
  return pickFiles(known.filter((file) => (file.status === 'PENDING' ? file.uploadedById === by.id : file.status === 'APPLIED')), ids, 'The quote').map((file) => requireOwnSide(file, by.isSeller));
}

/** What somebody may take away: what their side has put there. What the other side showed them is not theirs. */
export function pickRemoved<File extends AttachedFile>(known: readonly File[], ids: readonly string[], by: { readonly isSeller: boolean }): File[] {
  return pickFiles(known.filter(({ status }) => status === 'APPLIED'), ids, 'The quote').map((file) => requireOwnSide(file, by.isSeller));
}

function requireOwnSide<File extends AttachedFile>(file: File, isSeller: boolean): File {
  if (file.bySeller !== isSeller) throw refuse('FORBIDDEN', 'Each side changes and takes away its own attachments only.', { attachmentId: file.id });
  return file;
}
