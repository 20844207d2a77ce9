import { refuse } from '#kernel/errors.ts';
import type { ShareRole } from '#kernel/share-roles.ts';

export interface Invitation {
  readonly email: string;
  readonly role: ShareRole;
  readonly notify?: boolean | null;
}

export interface ReadInvitation extends Invitation {
  readonly notify: boolean;
}

const MAX_MEMBERS = 100;
const MAX_COMMENT = 2_000;
/** An address has one @ with something one can see on both sides; whether it takes mail only mail can tell. */
const EMAIL = /^[^\s\p{Cc}\p{Cf}@"<>,;]+@[^\s\p{Cc}\p{Cf}@"<>,;]+$/u;
const MAX_EMAIL = 254;

/** Each address once, in one spelling. */
export function readInvitations(invitations: readonly Invitation[]): ReadInvitation[] {
  if (invitations.length === 0 || invitations.length > MAX_MEMBERS) throw refuse('BAD_USER_INPUT', `Share with between 1 and ${MAX_MEMBERS} people at once.`, { members: invitations.length });
  const read = invitations.map(({ email, role, notify }) => ({ email: email.trim().normalize('NFC').toLowerCase(), role, notify: notify ?? false }));
  for (const [i, { email }] of read.entries()) {
    if (!EMAIL.test(email) || email.length > MAX_EMAIL) throw refuse('BAD_USER_INPUT', 'This is no e-mail address.', { email });
    if (read.findIndex((each) => each.email === email) !== i) throw refuse('BAD_USER_INPUT', 'An address is named twice.', { email });
  }
  return read;
}

/** A word to people: plain text; control characters but line ends are taken out. */
export function readComment(comment: string | null | undefined): string | null {
  // oxlint-disable-next-line no-control-regex
  const text = comment?.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ').trim();
  if (!text) return null;
  if (text.length > MAX_COMMENT) throw refuse('BAD_USER_INPUT', `A comment has at most ${MAX_COMMENT} characters.`, { length: text.length });
  return text;
}

/** What one may type of a retrieval number: blanks and case do not matter. */
export const readRetrievalNumber = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();
