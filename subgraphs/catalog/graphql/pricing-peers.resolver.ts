import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { CatalogContext } from '../context.ts';
import type { ShownDocument } from '../domain/show-document.ts';
import { findDefaultAgreement } from '../use-cases/find-default-agreement.ts';
import { priceForPeer } from '../use-cases/price-for-peer.ts';
import type { Standing } from '../use-cases/read-standing.ts';
import { redeemPromotions } from '../use-cases/redeem-promotions.ts';
import { releasePromotions } from '../use-cases/release-promotions.ts';
import { PriceDocumentInput } from './document.inputs.ts';
import { PricedDocumentType } from './priced-document.type.ts';

/** What carts, quotes and orders ask about prices on behalf of a viewer; clients do not reach these fields. */
@Resolver()
export class PricingPeersResolver {
  @Directive('@inaccessible')
  @Query(() => PricedDocumentType, { description: 'For peers: what a cart or quote costs its owner, as a whole. Errors: QUANTITY_INVALID, BAD_USER_INPUT, AMOUNT_TOO_LARGE; forced PRICE_UNAVAILABLE, TAX_UNAVAILABLE.' })
  priceDocument(@Arg('input', () => PriceDocumentInput, { description: 'The document.' }) input: PriceDocumentInput, @Ctx() context: CatalogContext): Promise<ShownDocument & Standing> {
    return priceForPeer(context, input);
  }

  @Directive('@inaccessible')
  @Query(() => ID, { nullable: true, description: 'For peers: the agreement that new carts of an account begin with.' })
  defaultAgreement(@Arg('accountId', () => ID, { description: 'The account.' }) accountId: string, @Ctx() context: CatalogContext): Promise<string | null> {
    return findDefaultAgreement(context, accountId);
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: 'For peers: counts a use of each promotion, of all or of none; the same again is true again. Errors: PROMOTION_USED_UP, NOT_FOUND, IDEMPOTENCY_KEY_REUSED, INVALID_STATE.' })
  redeemPromotions(
    @Arg('checkoutId', () => ID, { description: 'The id of the checkout.' }) checkoutId: string,
    @Arg('accountId', () => ID, { description: 'The sold-to account, whose uses count.' }) accountId: string,
    @Arg('promotionIds', () => [ID], { description: 'The promotions applied to what is ordered.' }) promotionIds: string[],
    @Ctx() context: CatalogContext,
  ): Promise<boolean> {
    return redeemPromotions(context, { checkoutId, accountId, promotionIds });
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: 'For peers: a checkout that failed gives back its uses, if it had any; the same again is true again.' })
  releasePromotions(@Arg('checkoutId', () => ID, { description: 'The id of the checkout.' }) checkoutId: string, @Ctx() context: CatalogContext): Promise<boolean> {
    return releasePromotions(context, checkoutId);
  }
}
