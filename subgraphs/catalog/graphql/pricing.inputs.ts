import { Field, ID, InputType, Int } from 'type-graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { AgreementRecord } from '../domain/complete-agreement.ts';
import type { PromotionRecord } from '../domain/complete-promotion.ts';
import type { PricingMode, PromotionFacts } from '../domain/engine/pricing-facts.ts';
import type { SitePricingRecord } from '../use-cases/set-site-pricing.ts';
import { PricingModeEnum, PromotionKindEnum, PromotionLevelEnum, StackingEnum } from './pricing-enums.ts';

@InputType({ description: 'When something holds.' })
abstract class PeriodInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment it holds; since ever when left out.' })
  validFrom?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment it no longer holds; without end when left out.' })
  validUntil?: Date | null;
}

@InputType('AgreementInput', { description: 'An agreement as it shall be: it names a price list, something off, or a payment term.' })
export class AgreementInput extends PeriodInput implements AgreementRecord {
  @Field(() => ID, { description: 'The id it is found again by, 1 to 100 characters.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The price list it puts in the place of the usual one.' })
  priceList?: string | null;
  @Field(() => String, { nullable: true, description: 'The payment term of a cart under it.' })
  paymentTerm?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Percent off each unit price, 0 to 100.' })
  percentOff?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'An amount off each unit price; needs currency.' })
  amountOff?: string | null;
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency of amountOff.' })
  currency?: string | null;
  @Field(() => [ID], { description: 'The accounts that may use it, at most 1,000; who is left out may no longer.' })
  accountIds: string[];
  @Field(() => [ID], { nullable: true, description: 'Those of them whose new carts begin with it.' })
  defaultOf?: string[] | null;
}

@InputType('PromotionInput', { description: 'A promotion as it shall be; what is left out takes its default.' })
export class PromotionInput extends PeriodInput implements PromotionRecord {
  @Field(() => ID, { description: 'The id it is found again by, 1 to 100 characters.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The code to enter; case does not count. Left out, it comes by itself.' })
  code?: string | null;
  @Field(() => PromotionLevelEnum, { description: 'Whether it is taken off lines or off the cart.' })
  level: PromotionFacts['level'];
  @Field(() => PromotionKindEnum, { description: 'What it does.' })
  kind: PromotionFacts['kind'];
  @Field(() => DecimalScalar, { nullable: true, description: 'For PERCENT: 0 to 100.' })
  percentOff?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'For AMOUNT: off each unit, or off the cart.' })
  amountOff?: string | null;
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency of amountOff and minSubtotal; carts in another are converted.' })
  currency?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'For BUY_GET: each time the lines together reach so many, getQuantity is given.' })
  buyQuantity?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'For BUY_GET: how many are given each time.' })
  getQuantity?: string | null;
  @Field(() => String, { nullable: true, description: 'For BUY_GET: what is given; the product that is bought when skus names one alone.' })
  getSku?: string | null;
  @Field(() => [String], { nullable: true, description: 'The products it is for; all of them when left out.' })
  skus?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'The accounts it is for; everybody when left out. To others its code is unknown.' })
  accountIds?: string[] | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'At line level: the quantity a line must reach.' })
  minQuantity?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'At cart level: what the products it is for must cost together; needs currency.' })
  minSubtotal?: string | null;
  @Field(() => StackingEnum, { nullable: true, defaultValue: 'STACKABLE', description: 'Whether it combines with others of its level.' })
  stacking?: PromotionFacts['stacking'] | null;
  @Field(() => Int, { nullable: true, defaultValue: 0, description: 'The highest comes first and decides what combines; of equals the first id.' })
  priority?: number | null;
  @Field(() => Int, { nullable: true, description: 'How often it may be used in all; without limit when left out.' })
  useLimit?: number | null;
  @Field(() => Int, { nullable: true, description: 'How often one account may use it; without limit when left out.' })
  useLimitPerCustomer?: number | null;
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether it may be had at all.' })
  active?: boolean | null;
}

@InputType('SitePricingInput', { description: 'How a site prices, as it shall be.' })
export class SitePricingInput implements SitePricingRecord {
  @Field(() => String, { nullable: true, defaultValue: 'default', description: 'The site.' })
  site: string;
  @Field(() => PricingModeEnum, { description: 'From the list of the site, or the best price.' })
  mode: PricingMode;
  @Field(() => String, { description: 'The list of the site; guests always pay it.' })
  priceList: string;
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency of documents that name none; that of the list when left out.' })
  currency?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether the prices include tax.' })
  pricesIncludeTax?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Whose taxes hold before anybody says where to, ISO 3166 of two letters; no taxes until then when left out.' })
  country?: string | null;
  @Field(() => String, { nullable: true, description: 'The payment term of carts without an agreement that has its own.' })
  paymentTerm?: string | null;
}
