import { causeOf, decideChange, readChanges, type DecidedChange, type MemberChange } from '#kernel/memberships.ts';
import { readComment } from '#kernel/share-inputs.ts';
import type { NoticeType } from '#kernel/share-notices.ts';
import type { QuotesContext } from '../context.ts';
import type { Notice } from '../domain/notices.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteMember } from '../entities/quote-member.ts';
import { changeSharing, type SharedQuote } from './change-sharing.ts';
import { endMemberships, noticeTo, ownerInformed } from './find-members.ts';
import type { QuotesTx } from './write-quote.ts';

export interface UpdateQuoteMembers {
  readonly quoteId: string;
  readonly changes: readonly MemberChange[];
  readonly comment?: string | null;
}

/**
 * Changes members: roles, removals and messages, all of them or none. Who may not manage members may send messages, and
 * nothing else in the same breath. [SHARE-05, SHARE-10, SHARE-22, SHARE-23, SHARE-25, SHARE-34]
 */
export async function updateQuoteMembers(context: QuotesContext, { quoteId, changes, comment }: UpdateQuoteMembers): Promise<Quote> {
  const { manages } = readChanges(changes);
  const text = readComment(comment);
  return changeSharing(context, quoteId, manages ? 'share' : 'comment', async (tx, found) => {
    const byId = new Map(found.known.map((member) => [member.id, member]));
    const made: DecidedChange[] = [];
    const notices: Notice[] = [];
    const left: QuoteMember[] = [];
    for (const change of changes) {
      const member = byId.get(change.memberId);
      const decided = decideChange(member, change, found.manages);
      if (!member || !decided) continue;
      made.push(decided);
      if (decided.cause === 'MEMBER_REMOVED') left.push(member);
      notices.push(...(await changeMember(tx, found, member, decided, text)));
    }
    const cause = causeOf(made);
    if (!cause) return undefined;
    const informed = notices.length > 0 && text !== null ? ownerInformed(found.quote, found.viewer.id) : [];
    return { cause, left, notices: [...notices, ...informed] };
  });
}

/** Writes what was decided. @returns what the member is told */
async function changeMember(tx: QuotesTx, { viewer, at }: SharedQuote, member: QuoteMember, { cause, tells, set }: DecidedChange, comment: string | null): Promise<Notice[]> {
  const told = (type: NoticeType, facts: Partial<Notice> = {}): Notice[] => (tells ? [noticeTo(member, type, { comment, ...facts })] : []);
  if (cause === 'MEMBER_REMOVED') {
    await endMemberships(tx, [member], cause, viewer.id, at);
    return told('ACCESS_ENDED');
  }
  if (set) await tx.sql.updateTable('QuoteMember').set({ ...set, version: member.version + 1, updatedById: viewer.id }).where('id', '=', member.id).execute();
  return cause === 'ROLE_CHANGED' ? told('ACCESS_CHANGED', { fromRole: member.role, toRole: set?.role }) : told('COMMENTED');
}
