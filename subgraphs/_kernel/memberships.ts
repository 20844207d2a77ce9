import { randomBytes } from 'node:crypto';
import { refuse } from '#kernel/errors.ts';
import { readInvitations, type Invitation, type ReadInvitation } from '#kernel/share-inputs.ts';
import type { ShareRole } from '#kernel/share-roles.ts';
import type { Viewer } from '#kernel/viewer.ts';

/** Someone something is shared with; each subgraph has a table of these for its own things. A membership that ended keeps its row. */
export interface Membership {
  readonly id: string;
  /** Null until somebody has claimed an invitation by e-mail. */
  readonly userId?: string | null;
  /** In small letters. */
  readonly email: string;
  readonly role: ShareRole;
  readonly version: number;
  readonly notify: boolean;
  readonly endedAt?: Date | null;
  readonly updatedById?: string | null;
}

export const isCurrent = ({ endedAt }: Pick<Membership, 'endedAt'>): boolean => endedAt == null;

export interface Invited extends ReadInvitation {
  /** Null for whoever will claim the invitation. */
  readonly userId: string | null;
}

interface Person {
  readonly id: string;
  readonly email: string | null;
}

/** Business buyers share with colleagues, private people with addresses. [SHARE-03] */
export async function findInvited(viewer: Viewer, members: readonly Invitation[], colleaguesAt: (emails: readonly string[]) => Promise<readonly Person[]>): Promise<Invited[]> {
  const invitations = readInvitations(members);
  if (viewer.kind === 'BUYER') {
    const colleagues = new Map((await colleaguesAt(invitations.map(({ email }) => email))).map(({ id, email }) => [email ?? '', id]));
    const strangers = invitations.filter(({ email }) => !colleagues.has(email)).map(({ email }) => email);
    if (strangers.length > 0) throw refuse('BAD_USER_INPUT', 'It is shared with people of the same organisation.', { emails: strangers });
    return invitations.map((each) => ({ ...each, userId: colleagues.get(each.email) ?? null }));
  }
  if (viewer.kind !== 'INDIVIDUAL') throw refuse('FORBIDDEN', 'Only buyers who have signed in share.');
  const own = invitations.find(({ email }) => email === viewer.email?.toLowerCase());
  if (own) throw refuse('BAD_USER_INPUT', 'It is yours already.', { email: own.email });
  return invitations.map((each) => ({ ...each, userId: null }));
}

interface Beginning {
  readonly role: ShareRole;
  readonly notify: boolean;
  readonly retrievalNumber: string;
  readonly invitedById: string;
  readonly startedAt: Date;
  readonly endedAt: null;
  readonly endCause: null;
  readonly updatedById: string;
}

/** What a membership begins with; somebody who was a member before gets the old row back, with a new number. [SHARE-15, SHARE-16] */
export function beginMembership({ role, notify }: Pick<Invited, 'role' | 'notify'>, actorId: string, now: Date): Beginning {
  return { role, notify, retrievalNumber: newRetrievalNumber(), invitedById: actorId, startedAt: now, endedAt: null, endCause: null, updatedById: actorId };
}

const NUMBER_BYTES = 16;
const newRetrievalNumber = (): string => randomBytes(NUMBER_BYTES).toString('hex').toUpperCase();

/** Told again it is no error; with another role it is. */
export function refuseOtherRole({ id, role }: Membership, { email, role: wanted }: Invited): void {
  if (role !== wanted) throw refuse('BAD_USER_INPUT', `They are a member already, as ${role}; change the role by updating members.`, { email, memberId: id });
}

/** Only a private person, only once: business members are known when something is shared with them. [SHARE-17] */
export const mayClaim = (viewer: Viewer, member: Membership): boolean => viewer.kind === 'INDIVIDUAL' && isCurrent(member) && member.userId == null;

export interface MemberChange {
  readonly memberId: string;
  readonly role?: ShareRole | null;
  readonly remove?: boolean | null;
  /** Whether the member is told now; what was chosen before counts when it is left out. */
  readonly notify?: boolean | null;
  readonly expectedVersion?: number | null;
}

/** Each member once. @returns whether anything but messages is wanted [SHARE-10] */
export function readChanges(changes: readonly MemberChange[]): { readonly manages: boolean } {
  if (changes.length === 0 || new Set(changes.map(({ memberId }) => memberId)).size !== changes.length) throw refuse('BAD_USER_INPUT', 'Name each member to change once.');
  return { manages: changes.some(({ role, remove }) => role != null || remove) };
}

export interface DecidedChange {
  readonly cause: 'MEMBER_REMOVED' | 'ROLE_CHANGED' | 'NOTIFIED';
  /** Whether the member hears of it. */
  readonly tells: boolean;
  /** What is written; nothing when the member is only told something. */
  readonly set?: { readonly role: ShareRole; readonly notify: boolean };
}

/**
 * What becomes of a membership, or the refusal; undefined when nothing does.
 * @param keepsChoice whether what is chosen now counts later too: for who may manage members [SHARE-22, SHARE-23, SHARE-25]
 */
export function decideChange(member: Membership | undefined, { memberId, role, remove, notify, expectedVersion }: MemberChange, keepsChoice: boolean): DecidedChange | undefined {
  if (!member) throw refuse('NOT_FOUND', 'There is no such member.', { memberId });
  if (remove && !isCurrent(member)) return undefined; // removed already: nothing is lost
  if (expectedVersion != null && expectedVersion !== member.version) {
    throw refuse('STALE_VERSION', 'Somebody else changed this member meanwhile.', { memberId, expectedVersion, currentVersion: member.version, changedBy: member.updatedById ?? null });
  }
  if (!isCurrent(member)) throw refuse('NOT_FOUND', 'There is no such member any more.', { memberId });

  const tells = notify ?? member.notify;
  if (remove) return { cause: 'MEMBER_REMOVED', tells };
  const set = { role: role ?? member.role, notify: keepsChoice ? tells : member.notify };
  if (set.role !== member.role) return { cause: 'ROLE_CHANGED', tells, set };
  if (set.notify !== member.notify) return { cause: 'NOTIFIED', tells, set };
  return tells ? { cause: 'NOTIFIED', tells } : undefined;
}

/** One cause for all that was changed at once. */
export function causeOf(made: readonly DecidedChange[]): DecidedChange['cause'] | 'MEMBERS_CHANGED' | undefined {
  const [first] = made;
  return first && made.every(({ cause }) => cause === first.cause) ? first.cause : first && 'MEMBERS_CHANGED';
}
