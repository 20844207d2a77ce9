import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { finishQuoteWork } from '../use-cases/finish-quote-work.ts';
import { retrieveSharedQuote } from '../use-cases/retrieve-shared-quote.ts';
import { shareQuote } from '../use-cases/share-quote.ts';
import { stopSharingQuote } from '../use-cases/stop-sharing.ts';
import { updateQuoteMembers } from '../use-cases/update-quote-members.ts';
import { QuoteMemberChange, QuoteMemberInput } from './quote-member.inputs.ts';
import { QuoteType } from './quote.type.ts';

const COMMENT = 'A word to those who are told, as plain text of at most 2,000 characters.';

/** Quotes that several people on the side of the buyer work with. */
@Resolver()
export class SharingMutations {
  @Mutation(() => QuoteType, {
    description:
      'Shares a quote, or shares it with more people: business buyers with people of their organisation, private people with e-mail addresses. Sent again it changes nothing. Its owner, and administrators of a business quote. Errors: BAD_USER_INPUT for people outside the organisation, FORBIDDEN with the requiredRole, INVALID_STATE once it is ordered, OPERATION_DISABLED, NOT_FOUND.',
  })
  shareQuote(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('members', () => [QuoteMemberInput], { description: 'Whom to share it with, from 1 to 100.' }) members: QuoteMemberInput[],
    @Arg('comment', () => String, { nullable: true, description: COMMENT }) comment: string | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return shareQuote(context, { quoteId, members, comment });
  }

  @Mutation(() => QuoteType, {
    description:
      'Changes roles, removes members and tells them, all or nothing. Its owner, and administrators of a business quote; other members may only tell. Errors: STALE_VERSION of a membership, FORBIDDEN with the requiredRole, NOT_FOUND, OPERATION_DISABLED.',
  })
  updateQuoteMembers(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('changes', () => [QuoteMemberChange], { description: 'Each member once.' }) changes: QuoteMemberChange[],
    @Arg('comment', () => String, { nullable: true, description: COMMENT }) comment: string | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return updateQuoteMembers(context, { quoteId, changes, comment });
  }

  @Mutation(() => QuoteType, { description: 'Ends a membership at once; one that has ended already is no error. Its owner, and administrators of a business quote. Errors: as updateQuoteMembers.' })
  removeQuoteMember(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('memberId', () => ID, { description: 'The membership.' }) memberId: string,
    @Arg('notify', () => Boolean, { nullable: true, description: 'Whether the member is told by e-mail; left out, what was chosen before counts.' }) notify: boolean | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'Refuses with STALE_VERSION when the membership is at another version.' }) expectedVersion: number | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return updateQuoteMembers(context, { quoteId, changes: [{ memberId, remove: true, notify, expectedVersion }] });
  }

  @Mutation(() => QuoteType, { description: 'Ends all memberships. Its owner, and administrators of a business quote. Sent again it changes nothing. Errors: FORBIDDEN with the requiredRole, NOT_FOUND, OPERATION_DISABLED.' })
  stopSharingQuote(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('comment', () => String, { nullable: true, description: COMMENT }) comment: string | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return stopSharingQuote(context, quoteId, comment);
  }

  @Mutation(() => QuoteType, { description: "Ends the viewer's own membership; the owner is told. Returns the quote as it was left: it can be read no more. Errors: FORBIDDEN for the owner, NOT_FOUND, OPERATION_DISABLED." })
  finishQuoteWork(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('notifyMemberIds', () => [ID], { nullable: true, description: 'Other members who shall be told.' }) notifyMemberIds: string[] | undefined,
    @Arg('comment', () => String, { nullable: true, description: COMMENT }) comment: string | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return finishQuoteWork(context, { quoteId, notifyMemberIds, comment });
  }

  @Mutation(() => QuoteType, { description: 'Opens a shared quote by the number in the e-mail. The first private person who does claims the invitation. Errors: RETRIEVAL_NUMBER_UNKNOWN, NOT_FOUND for a number of somebody else, UNAUTHENTICATED for guests, OPERATION_DISABLED.' })
  retrieveSharedQuote(@Arg('number', () => String, { description: 'The retrieval number; blanks, dashes and case do not matter.' }) number: string, @Ctx() context: QuotesContext): Promise<Quote> {
    return retrieveSharedQuote(context, number);
  }
}
