import { refuse } from '#kernel/errors.ts';
import { isCurrent } from '#kernel/memberships.ts';
import { readComment } from '#kernel/share-inputs.ts';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { changeSharing } from './change-sharing.ts';
import { endMemberships, noticeTo, noticeToOwner } from './find-members.ts';

export interface FinishQuoteWork {
  readonly quoteId: string;
  /** Other members who shall hear of it. */
  readonly notifyMemberIds?: readonly string[] | null;
  readonly comment?: string | null;
}

/** A member has done their part: their membership ends and the owner hears of it. [SHARE-24, SHARE-34] */
export async function finishQuoteWork(context: QuotesContext, { quoteId, notifyMemberIds, comment }: FinishQuoteWork): Promise<Quote> {
  const text = readComment(comment);
  return changeSharing(context, quoteId, 'finish', async (tx, { quote, viewer, at, known }) => {
    const current = known.filter(isCurrent);
    const others = new Map(current.filter(({ userId }) => userId !== viewer.id).map((member) => [member.id, member]));
    const ticked = (notifyMemberIds ?? []).map((memberId) => {
      const member = others.get(memberId);
      if (!member) throw refuse('NOT_FOUND', 'There is no such member.', { memberId });
      return noticeTo(member, 'WORK_FINISHED', { comment: text });
    });
    const left = current.filter(({ userId }) => userId === viewer.id);
    await endMemberships(tx, left, 'MEMBER_FINISHED', viewer.id, at);
    return { cause: 'MEMBER_FINISHED', left, notices: [{ ...noticeToOwner(quote, 'WORK_FINISHED'), comment: text }, ...ticked] };
  });
}
