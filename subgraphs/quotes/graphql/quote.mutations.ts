import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { addQuoteNote } from '../use-cases/add-quote-note.ts';
import { cancelQuote } from '../use-cases/cancel-quote.ts';
import { updateQuote } from '../use-cases/update-quote.ts';
import { QuoteType } from './quote.type.ts';
import { QuoteLineUpdate, QuoteTermsInput } from './quotes.inputs.ts';

/** What both sides do, each in its turn. */
@Resolver(() => QuoteType)
export class QuoteMutations {
  @Mutation(() => QuoteType, { description: 'Changes, adds and removes lines: the buyer while he drafts or waits, the assigned rep while he works on it. All changes or none. Errors: NOT_FOUND, FORBIDDEN, QUOTE_STATUS_INVALID, STALE_VERSION, CONFLICT, BAD_USER_INPUT, UNKNOWN_SKU, UNKNOWN_UOM, QUANTITY_INVALID, QUANTITY_INDIVISIBLE, PRICE_NOT_FOUND, DISCOUNT_TOO_DEEP.' })
  updateQuoteLines(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('lines', () => [QuoteLineUpdate], { description: 'The changes, made in order.' }) lines: QuoteLineUpdate[],
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version you have seen; a newer one refuses.' }) expectedVersion: number | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return updateQuote(context, { quoteId, lines, expectedVersion });
  }

  @Mutation(() => QuoteType, { description: 'Names an agreement, promotion codes, a way to ship or its freight, and prices the quote anew; by whom lines may be changed. From a buyer codes need VIEW_NET_PRICE, an agreement USE_PRICING_AGREEMENT too. Errors: NOT_FOUND, FORBIDDEN, QUOTE_STATUS_INVALID, STALE_VERSION, CONFLICT, BAD_USER_INPUT, PROMOTION_CODE_REFUSED with the reason, PRICE_NOT_FOUND.' })
  updateQuoteTerms(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('terms', () => QuoteTermsInput, { description: 'What is to be different.' }) terms: QuoteTermsInput,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version you have seen; a newer one refuses.' }) expectedVersion: number | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return updateQuote(context, { quoteId, terms, expectedVersion });
  }

  @Mutation(() => QuoteType, { description: 'Ends the negotiation for good: by the buyer, or by the rep who handles it. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE.' })
  cancelQuote(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('reason', () => String, { nullable: true, description: 'Why, for the other side.' }) reason: string | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return cancelQuote(context, { quoteId, reason });
  }

  @Mutation(() => QuoteType, { description: 'Adds a note to a quote or to one of its lines. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_USER_INPUT.' })
  addQuoteNote(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('text', () => String, { description: 'What to say: at most 4,000 characters.' }) text: string,
    @Arg('lineId', () => ID, { nullable: true, description: 'The line it is about; absent for the whole quote.' }) lineId: string | undefined,
    @Arg('internal', () => Boolean, { nullable: true, defaultValue: false, description: 'For the seller only; sales reps may say so.' }) internal: boolean,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return addQuoteNote(context, { quoteId, text, lineId, internal });
  }
}
