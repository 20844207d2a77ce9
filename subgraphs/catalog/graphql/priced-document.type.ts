import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, DecimalScalar } from '#kernel/shared-types.ts';
import type { ShownAdjustment, ShownDocument, ShownFreeLine, ShownLine, ShownPromotion, ShownShipment, ShownShipping, ShownTax } from '../domain/show-document.ts';
import type { Standing } from '../use-cases/read-standing.ts';
import { FreeLineType, PricedLineType, PricedTaxType } from './priced-line.type.ts';

@Directive('@inaccessible')
@ObjectType('PriceAdjustment', { simpleResolvers: true, description: 'For peers: what a promotion took off the document.' })
export class AdjustmentType implements ShownAdjustment {
  @Field(() => ID, { description: 'The promotion.' })
  promotionId: string;
  @Field(() => String, { description: 'Its name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The code that was entered; null when it came by itself.' })
  code: string | null;
  @Field(() => DecimalScalar, { description: 'What it took off, more than zero.' })
  amount: string;
}

@Directive('@inaccessible')
@ObjectType('PricedShipping', { simpleResolvers: true, description: 'For peers: the freight.' })
export class PricedShippingType implements ShownShipping {
  @Field(() => String, { description: 'The code asked for.' })
  method: string;
  @Field(() => String, { nullable: true, description: 'Its name for people.' })
  name: string | null;
  @Field(() => DecimalScalar, { description: 'What it costs; zero with a problem.' })
  charge: string;
  @Field(() => [PricedTaxType], { description: 'The taxes on it.' })
  taxes: ShownTax[];
  @Field(() => String, { nullable: true, description: 'UNKNOWN_METHOD, NOT_SERVED or EXCHANGE_RATE_NOT_FOUND; null when there is a charge.' })
  problem: ShownShipping['problem'];
}

@Directive('@inaccessible')
@ObjectType('PricedShipment', { simpleResolvers: true, description: 'For peers: lines that travel together.' })
export class PricedShipmentType implements ShownShipment {
  @Field(() => String, { description: 'The code asked for.' })
  method: string;
  @Field(() => ID, { nullable: true, description: "The address of lines that go elsewhere; null for the document's own." })
  shipToId: string | null;
  @Field(() => String, { nullable: true, description: 'Its name for people.' })
  name: string | null;
  @Field(() => DecimalScalar, { description: 'What it costs; zero with a problem.' })
  charge: string;
  @Field(() => String, { nullable: true, description: 'As of the freight.' })
  problem: ShownShipment['problem'];
}

@Directive('@inaccessible')
@ObjectType('AppliedPromotion', { simpleResolvers: true, description: 'For peers: a promotion and what it took off in all.' })
export class AppliedPromotionType implements ShownPromotion {
  @Field(() => ID, { description: 'The promotion; redeemPromotions counts it.' })
  id: string;
  @Field(() => Int, { description: 'Its version.' })
  version: number;
  @Field(() => String, { nullable: true, description: 'The code that was entered; null when it came by itself.' })
  code: string | null;
  @Field(() => DecimalScalar, { description: 'What it took off lines and document; zero when it gives goods.' })
  amount: string;
}

@Directive('@inaccessible')
@ObjectType('RefusedPromotion', { simpleResolvers: true, description: 'For peers: a code that did nothing.' })
export class RefusedPromotionType {
  @Field(() => String, { description: 'The code, in capitals.' })
  code: string;
  @Field(() => String, { description: 'UNKNOWN_CODE, NOT_IN_FORCE, USED_UP, USED_UP_BY_CUSTOMER, NOT_COMBINABLE, NOT_APPLICABLE or OVERRIDDEN.' })
  reason: string;
}

@Directive('@inaccessible')
@ObjectType('RefusedAgreement', { simpleResolvers: true, description: 'For peers: an agreement that does not hold; the prices are those without it.' })
export class RefusedAgreementType {
  @Field(() => ID, { description: 'The agreement.' })
  id: string;
  @Field(() => ID, { nullable: true, description: 'The line it was named for; null: the document.' })
  lineId: string | null;
  @Field(() => String, { description: 'UNKNOWN_AGREEMENT or NOT_IN_FORCE.' })
  reason: string;
}

@Directive('@inaccessible')
@ObjectType('PriceSource', { simpleResolvers: true, description: 'For peers: something the price was made of, under the name its events carry.' })
export class PriceSourceType {
  @Field(() => String, { description: 'priceList, agreement, promotion, exchangeRates, taxTable or shipping.' })
  type: string;
  @Field(() => ID, { description: 'Which.' })
  id: string;
  @Field(() => Int, { description: 'Its version then.' })
  version: number;
}

@Directive('@inaccessible')
@ObjectType('PricedDocument', { simpleResolvers: true, description: 'For peers: what a cart or quote costs, and why. total = subtotal - discountTotal + shippingTotal, and + taxTotal, or - taxRelief where prices include tax.' })
export class PricedDocumentType implements Omit<ShownDocument, 'promotionsRefused' | 'agreementsRefused' | 'sources'>, Standing {
  @Field(() => String, { nullable: true, description: 'To be sent with the next question about more of the same document; null when each line must be priced with all others.' })
  standing: string | null;
  @Field(() => Boolean, { description: 'Whether what was priced under the standing that was sent would cost the same now.' })
  stands: boolean;
  @Field(() => CurrencyCodeScalar, { description: 'The currency of every amount.' })
  currency: string;
  @Field(() => Boolean, { description: 'Whether the prices include tax.' })
  pricesIncludeTax: boolean;
  @Field(() => Boolean, { description: "Whether prices are the best of several lists: then a change of a cart needs a price of every line. With the site's own list, and for guests, a line that lost its price is only named." })
  bestPrice: boolean;
  @Field(() => String, { nullable: true, description: "The payment term of the agreement, or the site's." })
  paymentTerm: string | null;
  @Field(() => [PricedLineType], { description: 'The lines, in the order asked.' })
  lines: ShownLine[];
  @Field(() => [FreeLineType], { description: 'Goods that promotions add.' })
  freeLines: ShownFreeLine[];
  @Field(() => [AdjustmentType], { description: 'What promotions took off the document, in their order.' })
  adjustments: ShownAdjustment[];
  @Field(() => PricedShippingType, { nullable: true, description: 'The freight; null when no method was named.' })
  shipping: ShownShipping | null;
  @Field(() => [PricedShipmentType], { description: "What the freight is made of: the document's own shipment, and those of lines that go elsewhere or otherwise." })
  shipments: ShownShipment[];
  @Field(() => [PricedTaxType], { description: 'One amount a tax code and rate over lines and freight.' })
  taxes: ShownTax[];
  @Field(() => DecimalScalar, { description: 'The sum of the line totals.' })
  subtotal: string;
  @Field(() => DecimalScalar, { description: 'The sum of the adjustments.' })
  discountTotal: string;
  @Field(() => DecimalScalar, { description: 'Tax within the prices, taken off for who is exempt.' })
  taxRelief: string;
  @Field(() => DecimalScalar, { description: 'The sum of the taxes; zero while taxProblem says that they are unknown.' })
  taxTotal: string;
  @Field(() => String, { nullable: true, description: 'TAX_UNAVAILABLE when an outside system did not say what the taxes are: they are in no amount, and it is not to be ordered like that.' })
  taxProblem: ShownDocument['taxProblem'];
  @Field(() => DecimalScalar, { description: 'The freight.' })
  shippingTotal: string;
  @Field(() => DecimalScalar, { description: 'What is to be paid.' })
  total: string;
  @Field(() => [AppliedPromotionType], { description: 'The promotions that did something.' })
  promotionsApplied: ShownPromotion[];
  @Field(() => [RefusedPromotionType], { description: 'The codes that did nothing, and why.' })
  promotionsRefused: RefusedPromotionType[];
  @Field(() => [RefusedAgreementType], { description: 'The agreements that do not hold, and why.' })
  agreementsRefused: RefusedAgreementType[];
  @Field(() => [PriceSourceType], { description: 'Everything the price was made of; when one moves, the price is out of date.' })
  sources: PriceSourceType[];
}
