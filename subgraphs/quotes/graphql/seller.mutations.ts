import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { assignQuote } from '../use-cases/assign-quote.ts';
import { deleteQuote } from '../use-cases/delete-quote.ts';
import { publishQuote } from '../use-cases/publish-quote.ts';
import { recallQuote } from '../use-cases/recall-quote.ts';
import { rejectQuote } from '../use-cases/reject-quote.ts';
import { unassignQuote } from '../use-cases/unassign-quote.ts';
import { QuoteType } from './quote.type.ts';

/** What sales reps do with a quote. */
@Resolver(() => QuoteType)
export class SellerMutations {
  @Mutation(() => QuoteType, { description: 'A sales rep takes a requested quote. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE.' })
  assignQuote(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('salesRepId', () => ID, { nullable: true, description: 'The rep; the viewer when absent. A colleague only where the deployment lets quotes be handed over, and only one who may publish.' }) salesRepId: string | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return assignQuote(context, { quoteId, salesRepId });
  }

  @Mutation(() => QuoteType, { description: 'An assigned quote goes back to the desk. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE.' })
  unassignQuote(@Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string, @Ctx() context: QuotesContext): Promise<Quote> {
    return unassignQuote(context, quoteId);
  }

  @Mutation(() => QuoteType, { description: 'Sends the prices to the buyer: the quote is an offer now. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, ASSIGNMENT_REQUIRED, PRICE_NOT_FOUND (a custom item without a price), BAD_USER_INPUT, STALE_VERSION.' })
  publishQuote(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('expiresAt', () => DateTimeScalar, { nullable: true, description: 'When the offer ends; after the usual number of days when absent.' }) expiresAt: Date | undefined,
    @Arg('comment', () => String, { nullable: true, description: 'A note to the buyer, kept with the quote.' }) comment: string | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version you have seen; a newer one refuses.' }) expectedVersion: number | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return publishQuote(context, { quoteId, expiresAt, comment, expectedVersion });
  }

  @Mutation(() => QuoteType, { description: 'The seller takes a published offer back to QUOTE_REQUESTED. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE.' })
  recallQuote(@Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string, @Ctx() context: QuotesContext): Promise<Quote> {
    return recallQuote(context, quoteId);
  }

  @Mutation(() => QuoteType, { description: 'Declines to make an offer; the buyer may ask again. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, ASSIGNMENT_REQUIRED.' })
  rejectQuote(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('reason', () => String, { description: 'Why, for the buyer.' }) reason: string,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return rejectQuote(context, { quoteId, reason });
  }

  @Mutation(() => ID, { description: 'Clears a canceled quote away; nobody can read it any more. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE.' })
  deleteQuote(@Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string, @Ctx() context: QuotesContext): Promise<string> {
    return deleteQuote(context, quoteId);
  }
}
