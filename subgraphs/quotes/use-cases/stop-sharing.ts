import { isCurrent } from '#kernel/memberships.ts';
import { readComment } from '#kernel/share-inputs.ts';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { changeSharing } from './change-sharing.ts';
import { endAllMemberships, noticeTo, ownerInformed } from './find-members.ts';

/** Nobody shares the quote any more, whoever was added while we did it included. [SHARE-26, SHARE-34] */
export async function stopSharingQuote(context: QuotesContext, quoteId: string, comment?: string | null): Promise<Quote> {
  const text = readComment(comment);
  return changeSharing(context, quoteId, 'stopSharing', async (tx, { quote, viewer, at, known }) => {
    if (!known.some(isCurrent)) return undefined;
    const left = await endAllMemberships(tx, quote, 'SHARING_STOPPED', viewer.id, at);
    const told = left.filter(({ notify, userId }) => notify && userId !== viewer.id).map((member) => noticeTo(member, 'SHARING_STOPPED', { comment: text }));
    return { cause: 'SHARING_STOPPED', left, notices: [...told, ...ownerInformed(quote, viewer.id)] };
  });
}
