import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { acceptLines } from '../use-cases/accept-lines.ts';
import { askExtension } from '../use-cases/ask-extension.ts';
import { cloneQuote } from '../use-cases/clone-quote.ts';
import { createQuote } from '../use-cases/create-quote.ts';
import { editQuote } from '../use-cases/edit-quote.ts';
import { putQuoteIntoCart } from '../use-cases/put-quote-into-cart.ts';
import { requestAssistance } from '../use-cases/request-assistance.ts';
import { requestQuote } from '../use-cases/request-quote.ts';
import { ForeignCart } from './foreign-types.ts';
import { QuoteType } from './quote.type.ts';
import { CartLineInput } from './quotes.inputs.ts';

/** What the owner of a quote does with it. */
@Resolver(() => QuoteType)
export class BuyerMutations {
  @Mutation(() => QuoteType, { description: 'Begins a quote in DRAFTING, from a cart (which then is QUOTED) or from lines. The same cart again gives the same quote. Errors: BAD_USER_INPUT, NOT_FOUND, FORBIDDEN, INVALID_STATE, CART_EMPTY, UNKNOWN_SKU, UNKNOWN_UOM, QUANTITY_INVALID, QUANTITY_INDIVISIBLE, PRICE_NOT_FOUND.' })
  createQuote(
    @Arg('fromCartId', () => ID, { nullable: true, description: 'A cart of the viewer; either this or lines.' }) fromCartId: string | undefined,
    @Arg('lines', () => [CartLineInput], { nullable: true, description: 'What to ask an offer for; either this or a cart.' }) lines: CartLineInput[] | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return createQuote(context, { fromCartId, lines });
  }

  @Mutation(() => QuoteType, { description: 'Hands a cart over to the sales desk: it becomes a quote in QUOTE_REQUESTED. Business buyers need ASK_SALES_ASSISTANCE. Errors: as createQuote.' })
  requestAssistance(
    @Arg('cartId', () => ID, { description: 'A cart of the viewer.' }) cartId: string,
    @Arg('reason', () => String, { nullable: true, description: 'Why assistance is needed.' }) reason: string | undefined,
    @Arg('comment', () => String, { nullable: true, description: 'A note to the sales rep, kept with the quote.' }) comment: string | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return requestAssistance(context, { cartId, reason, comment });
  }

  @Mutation(() => QuoteType, { description: 'Asks the seller for an offer; on a published quote, for a better one. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, STALE_VERSION.' })
  requestQuote(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('comment', () => String, { nullable: true, description: 'A note to the sales rep, kept with the quote.' }) comment: string | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version you have seen; a newer one refuses.' }) expectedVersion: number | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return requestQuote(context, { quoteId, comment, expectedVersion });
  }

  @Mutation(() => QuoteType, { description: 'The buyer takes a requested or published quote back to change it. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE.' })
  editQuote(@Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string, @Ctx() context: QuotesContext): Promise<Quote> {
    return editQuote(context, quoteId);
  }

  @Mutation(() => QuoteType, { description: 'Takes some lines of a published offer and leaves the rest: the quote is requested again without them, and the prices the rep set stay. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, QUOTE_EXPIRED, STALE_VERSION, BAD_USER_INPUT, PRICE_NOT_FOUND.' })
  acceptQuoteLines(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('lineIds', () => [ID], { description: 'The lines to keep.' }) lineIds: string[],
    @Arg('comment', () => String, { nullable: true, description: 'A note to the sales rep, kept with the quote.' }) comment: string | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version you have seen; a newer one refuses.' }) expectedVersion: number | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return acceptLines(context, { quoteId, lineIds, comment, expectedVersion });
  }

  @Mutation(() => QuoteType, { description: 'Asks for a later end of a published offer, which stands as it is until the seller publishes it anew. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, QUOTE_EXPIRED, BAD_USER_INPUT.' })
  askQuoteExtension(
    @Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string,
    @Arg('until', () => DateTimeScalar, { description: 'The end wished for; later than the present one.' }) until: Date,
    @Arg('comment', () => String, { nullable: true, description: 'A note to the sales rep, kept with the quote.' }) comment: string | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return askExtension(context, { quoteId, until, comment });
  }

  @Mutation(() => QuoteType, { description: "Begins a new quote from an expired one, at today's prices and without the sales rep's. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, PRICE_NOT_FOUND." })
  cloneQuote(@Arg('quoteId', () => ID, { description: 'The expired quote; it stays as it is.' }) quoteId: string, @Ctx() context: QuotesContext): Promise<Quote> {
    return cloneQuote(context, quoteId);
  }

  @Mutation(() => ForeignCart, { description: "Puts the products of a quote that is published or over into the viewer's active cart, made when there is none, at the prices of the day; asked again it adds nothing. The quote stays as it is. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, CART_EMPTY, and those of addCartLines." })
  copyQuoteToCart(@Arg('quoteId', () => ID, { description: 'The quote.' }) quoteId: string, @Ctx() context: QuotesContext): Promise<ForeignCart> {
    return putQuoteIntoCart(context, quoteId);
  }
}
