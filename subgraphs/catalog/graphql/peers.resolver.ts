import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { CatalogContext } from '../context.ts';
import type { AnsweredOffer } from '../domain/offer-from-outside.ts';
import { answerOffers } from '../use-cases/answer-offers.ts';
import { commitStock } from '../use-cases/commit-stock.ts';
import { prepareOrder } from '../use-cases/prepare-order.ts';
import { releaseEverywhere } from '../use-cases/release-stock.ts';
import { OfferType } from './offer.type.ts';
import { OfferRequestInput, OrderToPrepareInput, StockLineInput } from './peers.inputs.ts';

/** What other subgraphs ask and tell the catalog on behalf of a viewer; clients do not reach these fields. */
@Resolver()
export class PeersResolver {
  @Directive('@inaccessible')
  @Query(() => [OfferType], { description: 'For peers: prices and stock of up to 2,000 lines, in the order asked. Errors: QUANTITY_INVALID, BAD_USER_INPUT; PRICE_UNAVAILABLE and AVAILABILITY_UNKNOWN where forced.' })
  offers(
    @Arg('requests', () => [OfferRequestInput], { description: 'The lines.' }) requests: OfferRequestInput[],
    @Arg('forcePrices', () => Boolean, { nullable: true, defaultValue: false, description: 'Asks an outside price system itself, whatever is kept of earlier answers, and refuses when it does not answer.' }) forcePrices: boolean | null,
    @Arg('forceStockOf', () => [String], { nullable: true, description: 'The SKUs whose stock an outside inventory system is asked for itself, likewise.' }) forceStockOf: string[] | null,
    @Arg('factsOnly', () => Boolean, { nullable: true, defaultValue: false, description: 'Names and flags are all that is wanted: no outside system is asked, and prices and stock are to be disregarded.' }) factsOnly: boolean | null,
    @Ctx() context: CatalogContext,
  ): Promise<AnsweredOffer[]> {
    return answerOffers(context, requests, { forcePrices, forceStockOf, factsOnly });
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: 'For peers: holds all lines or none; the same again is true again. Errors: INSUFFICIENT_STOCK, UNKNOWN_UOM, IDEMPOTENCY_KEY_REUSED, INVALID_STATE; with outside systems also AVAILABILITY_UNKNOWN, PRICE_UNAVAILABLE, PRICE_CHANGED.' })
  reserveStock(
    @Arg('reservationId', () => ID, { description: 'The id of the checkout.' }) reservationId: string,
    @Arg('lines', () => [StockLineInput], { description: 'What to hold; lines are converted to primary units, kits taken apart, and summed by SKU.' }) lines: StockLineInput[],
    @Arg('expiresAt', () => DateTimeScalar, { description: 'When it is given back by itself.' }) expiresAt: Date,
    @Arg('order', () => OrderToPrepareInput, { nullable: true, description: 'What is ordered, for an outside system that has the last word on prices and totals.' }) order: OrderToPrepareInput | null,
    @Ctx() context: CatalogContext,
  ): Promise<boolean> {
    return prepareOrder(context, { reservationId, lines, expiresAt }, order);
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: 'For peers: what was held leaves the stock for good. Errors: NOT_FOUND, INVALID_STATE when it was given back.' })
  commitStock(@Arg('reservationId', () => ID, { description: 'The id of the checkout.' }) reservationId: string, @Ctx() context: CatalogContext): Promise<boolean> {
    return commitStock(context, reservationId);
  }

  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: 'For peers: gives back what was held, if anything was. Errors: INVALID_STATE when it was committed.' })
  releaseStock(@Arg('reservationId', () => ID, { description: 'The id of the checkout.' }) reservationId: string, @Ctx() context: CatalogContext): Promise<boolean> {
    return releaseEverywhere(context, reservationId);
  }
}
