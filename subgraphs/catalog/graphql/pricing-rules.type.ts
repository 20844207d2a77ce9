import { Field, Int, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar } from '#kernel/scalars.ts';
import type { PricingMode } from '../domain/engine/pricing-facts.ts';
import type { ShippingMethod } from '../entities/shipping-method.ts';
import type { SitePricing } from '../entities/site-pricing.ts';
import { PricingModeEnum } from './pricing-enums.ts';

@ObjectType('PricingRules', { simpleResolvers: true, description: 'A set of rules that prices are made with.' })
export class PricingRulesType {
  @Field(() => String, { description: 'The set: taxTable, exchangeRates, shipping, or "group" and the name of a group of accounts.' })
  name: string;
  @Field(() => Int, { description: 'Rises by one with each load that changed something.' })
  version: number;
}

@ObjectType('ShippingMethod', { simpleResolvers: true, description: 'A way to bring goods.' })
export class ShippingMethodType implements Omit<ShippingMethod, 'flatMinor' | 'perKilogramMinor' | 'freeFromMinor'> {
  @Field(() => String, { description: 'The code a cart names it by.' })
  code: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => CurrencyCodeScalar, { description: 'The currency of its amounts.' })
  currency: string;
  @Field(() => [String], { nullable: true, description: 'The countries it serves; null: all.' })
  countries: string[] | null | undefined;
  @Field(() => Boolean, { description: 'Whether the charge is taxed as the goods are.' })
  taxed: boolean;
  @Field(() => Boolean, { description: 'Whether it may be chosen.' })
  active: boolean;
}

@ObjectType('SitePricing', { simpleResolvers: true, description: 'How a site prices.' })
export class SitePricingType implements SitePricing {
  @Field(() => String, { description: 'The site.' })
  site: string;
  @Field(() => PricingModeEnum, { description: 'From the list of the site, or the best price.' })
  mode: PricingMode;
  @Field(() => String, { description: 'The list of the site; guests always pay it.' })
  priceList: string;
  @Field(() => CurrencyCodeScalar, { description: 'The currency of documents that name none.' })
  currency: string;
  @Field(() => Boolean, { description: 'Whether the prices include tax.' })
  pricesIncludeTax: boolean;
  @Field(() => String, { nullable: true, description: 'Whose taxes hold before anybody says where to.' })
  country: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The payment term of carts without an agreement that has its own.' })
  paymentTerm: string | null | undefined;
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number;
}
