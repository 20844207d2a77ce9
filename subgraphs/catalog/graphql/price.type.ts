import { Field, Int, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, DateTimeScalar, MoneyType, PriceStepType } from '#kernel/shared-types.ts';
import type { TierRule } from '../domain/engine/pricing-facts.ts';
import type { ShownStep } from '../domain/show-price.ts';
import type { PriceList } from '../entities/price-list.ts';
import type { ShownPrice } from '../use-cases/read-price.ts';
import { TierRuleEnum } from './pricing-enums.ts';

@ObjectType('Price', { simpleResolvers: true, description: 'What one unit costs the viewer, and how that came about.' })
export class PriceType implements ShownPrice {
  @Field(() => MoneyType, { description: 'What the viewer pays for one unit; the list price for whoever may not see net prices.' })
  unitPrice: ShownPrice['unitPrice'];
  @Field(() => MoneyType, { description: 'What one unit costs without any reason to pay less.' })
  listPrice: ShownPrice['listPrice'];
  @Field(() => [PriceStepType], { description: 'The way from the list price to the unit price; the deltas add up to it exactly.' })
  explanation: ShownStep[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment the price no longer holds; null when no end is set.' })
  validUntil: Date | null;
}

@ObjectType('PriceList', { simpleResolvers: true, description: 'Prices in one currency under one code.' })
export class PriceListType implements Omit<PriceList, 'generation' | 'lastGeneration'> {
  @Field(() => String, { description: 'The code it is named by.' })
  code: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => CurrencyCodeScalar, { description: 'The currency of every price in it.' })
  currency: string;
  @Field(() => TierRuleEnum, { description: 'Which of the tiers that a quantity reaches holds.' })
  tierRule: TierRule;
  @Field(() => Int, { description: 'Rises by one with each load that changed a price.' })
  version: number;
}
