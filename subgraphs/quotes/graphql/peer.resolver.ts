import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import type { QuotesContext } from '../context.ts';
import { confirmQuote, type Confirmation } from '../use-cases/confirm-quote.ts';
import { releaseQuote } from '../use-cases/release-quote.ts';
import { QuoteConfirmationType } from './confirmation.type.ts';

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
  @Mutation(() => Boolean, { description: 'For peers: lets go of a quote when a checkout came to nothing.' })
  async releaseQuote(@Arg('quoteId', () => ID) quoteId: string, @Arg('checkoutId', () => ID) checkoutId: string, @Ctx() context: QuotesContext): Promise<boolean> {
    await releaseQuote(context, quoteId, checkoutId);
    return true;
  }
}
