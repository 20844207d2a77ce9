import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { beginMembership, findInvited, isCurrent, refuseOtherRole, type Invited } from '#kernel/memberships.ts';
import { readComment, type Invitation } from '#kernel/share-inputs.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteMember } from '../entities/quote-member.ts';
import { askColleagues } from '../peers/accounts.ts';
import { changeSharing, openSharing, type SharedQuote } from './change-sharing.ts';
import { noticeTo, ownerInformed } from './find-members.ts';
import type { QuotesTx } from './write-quote.ts';

export interface ShareQuote {
  readonly quoteId: string;
  readonly members: readonly Invitation[];
  readonly comment?: string | null;
}

/** The owner, or an administrator of a business quote, lets others work with it, as with a cart. [SHARE-03, SHARE-15, SHARE-16, SHARE-34] */
export async function shareQuote(context: QuotesContext, { quoteId, members, comment }: ShareQuote): Promise<Quote> {
  const viewer = requireViewer(context);
  await openSharing(context, context.db.sql, viewer, quoteId, 'share');
  const invited = await findInvited(viewer, members, (emails) => askColleagues(context.ask, emails));
  const text = readComment(comment);
  return changeSharing(context, quoteId, 'share', async (tx, found) => {
    const { quote, known } = found;
    const added: QuoteMember[] = [];
    for (const each of invited) {
      if (each.userId === quote.ownerId) throw refuse('BAD_USER_INPUT', 'The quote is theirs already.', { email: each.email });
      const before = known.find(({ email }) => email === each.email);
      if (before && isCurrent(before)) refuseOtherRole(before, each);
      else added.push(await addMember(tx, found, each, before));
    }
    if (added.length === 0) return undefined; // told again: they are members already
    const told = added.filter(({ notify }) => notify).map((member) => noticeTo(member, 'SHARED', { comment: text, toRole: member.role }));
    return { cause: known.some(isCurrent) ? 'MEMBER_ADDED' : 'SHARED', everShared: true, notices: [...told, ...ownerInformed(quote, viewer.id)] };
  });
}

async function addMember(tx: QuotesTx, { quote, viewer, at }: SharedQuote, invited: Invited, before: QuoteMember | undefined): Promise<QuoteMember> {
  const fresh = beginMembership(invited, viewer.id, at);
  if (!before) {
    const member: QuoteMember = { ...fresh, id: newId(), quoteId: quote.id, accountId: quote.accountId, userId: invited.userId, email: invited.email, version: 1 };
    await tx.sql.insertInto('QuoteMember').values(member).execute();
    return member;
  }
  const revived = { ...fresh, userId: invited.userId ?? before.userId ?? null, version: before.version + 1 };
  await tx.sql.updateTable('QuoteMember').set(revived).where('id', '=', before.id).execute();
  return { ...before, ...revived };
}
