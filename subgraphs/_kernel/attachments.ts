import { refuse } from '#kernel/errors.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { may } from '#kernel/viewer.ts';

export const ATTACHMENT_STATUSES = ['PENDING', 'APPLIED'] as const;
export type AttachmentStatus = (typeof ATTACHMENT_STATUSES)[number];

/** Of one thing they go along with, waiting or applied. */
export const MAX_ATTACHMENTS = 20;
const MAX_NAME = 200;
const MAX_DESCRIPTION = 1_000;
const BYTES_A_KB = 1_024;
/** Control characters, what turns the direction of writing around, and what separates folders. */
const UNFIT = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069/\\]/u;

export interface AttachmentRules {
  readonly attachmentCategory?: string;
  readonly attachmentTypes: readonly string[];
  readonly uploadLimitKb: number;
}

/** Attachments are for business buyers who may use them, where they are set up. [CART-74, CART-75] */
export const usesAttachments = ({ attachmentCategory }: Pick<AttachmentRules, 'attachmentCategory'>, viewer: Viewer | null): boolean =>
  attachmentCategory !== undefined && viewer?.kind === 'BUYER' && may(viewer, 'USE_ATTACHMENT');

/** @param uses who may use them; business buyers alone when left out */
export function requireAttachments(rules: AttachmentRules, viewer: Viewer, uses: typeof usesAttachments = usesAttachments): void {
  if (rules.attachmentCategory === undefined) throw refuse('ATTACHMENTS_DISABLED', 'Attachments are not set up here.');
  if (!uses(rules, viewer)) throw refuse('FORBIDDEN', 'Attachments are for business buyers with the permission USE_ATTACHMENT.', { permission: 'USE_ATTACHMENT' });
}

/** A name people can read, that cannot lead to a folder. Not mended but refused: the file would come back under another name. */
export function readFileName(text: string): string {
  const name = text.trim().normalize('NFC');
  if (name === '' || name.length > MAX_NAME || name === '.' || name === '..' || UNFIT.test(name)) {
    throw refuse('BAD_USER_INPUT', `The name of a file has 1 to ${MAX_NAME} characters, none of them a slash or a control character.`, { name: name.slice(0, MAX_NAME) });
  }
  return name;
}

export function readContentType(text: string, { attachmentTypes }: AttachmentRules): string {
  const type = text.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!attachmentTypes.includes(type)) throw refuse('BAD_USER_INPUT', 'Files of this type are not taken.', { contentType: type, allowed: attachmentTypes });
  return type;
}

export function readAttachmentDescription(text: string | null | undefined): string | null {
  const description = text?.trim() ?? '';
  if (description.length > MAX_DESCRIPTION) throw refuse('BAD_USER_INPUT', `A description has at most ${MAX_DESCRIPTION} characters.`);
  return description === '' ? null : description;
}

/** Of each file, and of all files of one upload together. [CART-76] */
export const uploadLimit = ({ uploadLimitKb }: AttachmentRules): number => uploadLimitKb * BYTES_A_KB;

export const tooLarge = ({ uploadLimitKb }: AttachmentRules): Error =>
  refuse('ATTACHMENT_TOO_LARGE', `The files of one upload have at most ${uploadLimitKb} KB together.`, { limitKb: uploadLimitKb });

/** Those of the files that are named, each once. @param where such as "The cart" @throws NOT_FOUND */
export function pickFiles<File extends { readonly id: string }>(known: readonly File[], ids: readonly string[], where: string): File[] {
  const byId = new Map(known.map((file) => [file.id, file]));
  return [...new Set(ids)].map((id) => {
    const found = byId.get(id);
    if (!found) throw refuse('NOT_FOUND', `${where} has no such attachment or upload.`, { attachmentId: id });
    return found;
  });
}
