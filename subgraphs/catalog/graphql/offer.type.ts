import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, DecimalScalar, PriceStepType } from '#kernel/shared-types.ts';
import type { AnsweredOffer } from '../domain/offer-from-outside.ts';
import type { ShownStep } from '../domain/show-price.ts';

@Directive('@inaccessible')
@ObjectType('Offer', { simpleResolvers: true, description: 'For peers: what a product costs the viewer in a quantity, or why it has no price.' })
export class OfferType implements AnsweredOffer {
  @Field(() => String, { description: 'The SKU asked for.' })
  sku: string;
  @Field(() => String, { description: "The unit asked for, or the product's primary one." })
  uom: string;
  @Field(() => DecimalScalar, { description: 'The quantity asked for.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: 'UNKNOWN_SKU, UNKNOWN_UOM, QUANTITY_INDIVISIBLE, QUANTITY_BELOW_MINIMUM, QUANTITY_NOT_A_STEP, PRICE_NOT_FOUND, EXCHANGE_RATE_NOT_FOUND or PRICE_UNAVAILABLE; null when there is a price.' })
  problem: AnsweredOffer['problem'];
  @Field(() => String, { nullable: true, description: 'The name of the product.' })
  name: string | null;
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency of the prices; null without a price.' })
  currency: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The list price of one unit.' })
  listPrice: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What one unit costs. Not masked: the peer decides who may see it.' })
  unitPrice: string | null;
  @Field(() => [PriceStepType], { description: 'The way from the list price to the unit price; empty without a price.' })
  explanation: ShownStep[];
  @Field(() => String, { nullable: true, description: 'The price list it comes from.' })
  priceList: string | null;
  @Field(() => Int, { nullable: true, description: 'The version of that list.' })
  priceListVersion: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much is free to order, in the unit asked for; of a kit, how many its parts are enough for; null when not tracked.' })
  available: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True when an outside inventory system did not say how much is free.' })
  stockUnknown?: boolean;
  @Field(() => Boolean, { description: 'Whether it is sold in whole units only.' })
  indivisible: boolean;
  @Field(() => Boolean, { description: 'Whether it may be sent back.' })
  returnable: boolean;
}
