import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import type { QuotesContext } from '../context.ts';
import type { Quote } from '../entities/quote.ts';
import { confirmQuote, type Confirmation } from '../use-cases/confirm-quote.ts';
import { releaseQuote } from '../use-cases/release-quote.ts';
import { requestAssistance } from '../use-cases/request-assistance.ts';
import { QuoteConfirmationType } from './confirmation.type.ts';
import { QuoteType } from './quote.type.ts';

/** What only other subgraphs may ask; no client can reach it. */
@Resolver()
export class QuotePeerResolver {
  @Directive('@inaccessible')
  @Mutation(() => QuoteConfirmationType, { description: 'For peers: holds a published quote still for a checkout of its owner. Errors: QUOTE_EXPIRED, PRICE_CHANGED, INVALID_STATE, FORBIDDEN, NOT_FOUND.' })
  confirmQuote(
    @Arg('quoteId', () => ID) quoteId: string,
    @Arg('priceHash', () => String) priceHash: string,
    @Arg('checkoutId', () => ID) checkoutId: string,
    @Ctx() context: QuotesContext,
  ): Promise<Confirmation> {
    return confirmQuote(context, quoteId, priceHash, checkoutId);
  }

  @Directive('@inaccessible')
  @Mutation(() => QuoteType, { description: 'For peers: assistance with a cart whose terms the viewer does not agree to; as requestAssistance, and for administrators of private carts too. Errors: as requestAssistance.' })
  requestAssistanceWithTerms(
    @Arg('cartId', () => ID) cartId: string,
    @Arg('reason', () => String, { nullable: true }) reason: string | undefined,
    @Arg('comment', () => String, { nullable: true }) comment: string | undefined,
    @Ctx() context: QuotesContext,
  ): Promise<Quote> {
    return requestAssistance(context, { cartId, reason, comment, disagreed: true });
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: 'For peers: lets go of a quote when a checkout came to nothing.' })
  async releaseQuote(@Arg('quoteId', () => ID) quoteId: string, @Arg('checkoutId', () => ID) checkoutId: string, @Ctx() context: QuotesContext): Promise<boolean> {
    await releaseQuote(context, quoteId, checkoutId);
    return true;
  }
}
