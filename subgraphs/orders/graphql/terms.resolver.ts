import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { OrdersContext } from '../context.ts';
import type { TermsAcceptance, TermsTemplate } from '../entities/terms.ts';
import { acceptTerms } from '../use-cases/accept-terms.ts';
import { publishTerms } from '../use-cases/publish-terms.ts';
import { readTerms, type StandingTerms } from '../use-cases/read-terms.ts';
import { rejectTerms } from '../use-cases/reject-terms.ts';
import { ForeignQuote } from './foreign-types.ts';
import { PublishedTermsType, TermsAcceptanceType, TermsInput, TermsType } from './terms.type.ts';

@Resolver(() => TermsType)
export class TermsResolver {
  @Query(() => TermsType, { nullable: true, description: 'The terms a cart would be ordered under now, for everybody who may open it; null where orders are made without. Errors: NOT_FOUND.' })
  termsOf(@Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string, @Ctx() context: OrdersContext): Promise<StandingTerms | null> {
    return readTerms(context, cartId);
  }

  @Mutation(() => TermsType, { nullable: true, description: 'Agrees to the terms of a cart as they were read, for whoever may order it. It holds until lines, quantities, shipping, billing, additional information or the terms change. Errors: TERMS_NOT_ACCEPTED (they have changed; details hold the new hash), OPERATION_DISABLED, FORBIDDEN, NOT_FOUND.' })
  acceptTerms(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('hash', () => String, { description: 'The hash of the terms that were read.' }) hash: string,
    @Ctx() context: OrdersContext,
  ): Promise<StandingTerms | null> {
    return acceptTerms(context, cartId, hash);
  }

  @Mutation(() => ForeignQuote, { description: 'Does not agree to the terms of a cart: it becomes a quote, and a sales rep hears of it. Business buyers need ASK_SALES_ASSISTANCE. Errors: OPERATION_DISABLED, and those of requestAssistance.' })
  rejectTerms(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('reason', () => String, { nullable: true, description: 'Why, one of the reasons of assistance where the deployment lists them.' }) reason: string | undefined,
    @Arg('comment', () => String, { nullable: true, description: 'A note to the sales rep, kept with the quote.' }) comment: string | undefined,
    @Ctx() context: OrdersContext,
  ): Promise<ForeignQuote> {
    return rejectTerms(context, { cartId, reason, comment });
  }

  @Mutation(() => PublishedTermsType, { description: 'Publishes the next version of the terms of a site; acceptances of earlier ones hold no longer. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  publishTerms(@Arg('terms', () => TermsInput, { description: 'The terms.' }) terms: TermsInput, @Ctx() context: OrdersContext): Promise<TermsTemplate> {
    return publishTerms(context, terms);
  }

  @FieldResolver(() => TermsAcceptanceType, { nullable: true, description: 'Who agreed to exactly these; null while nobody has, or while something has changed since.' })
  acceptance(@Root() { accepted }: StandingTerms): TermsAcceptance | null {
    return accepted;
  }
}
