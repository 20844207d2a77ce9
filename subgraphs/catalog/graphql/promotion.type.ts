import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { PromotionFacts } from '../domain/engine/pricing-facts.ts';
import type { Promotion } from '../entities/promotion.ts';
import { PromotionKindEnum, PromotionLevelEnum, StackingEnum } from './pricing-enums.ts';

type InMicro = 'amountOffMicro' | 'buyMicro' | 'getMicro' | 'minQuantityMicro' | 'minSubtotalMicro' | 'validFrom';

@ObjectType('Promotion', { simpleResolvers: true, description: 'Something off, or something added, that comes by itself or with a code. Seen by administrators; buyers see what it did.' })
export class PromotionType implements Omit<Promotion, InMicro> {
  @Field(() => ID, { description: 'The id it is named by.' })
  id: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The code to enter, in capitals; null when it comes by itself.' })
  code: string | null | undefined;
  @Field(() => PromotionLevelEnum, { description: 'Whether it is taken off lines or off the cart.' })
  level: PromotionFacts['level'];
  @Field(() => PromotionKindEnum, { description: 'What it does.' })
  kind: PromotionFacts['kind'];
  @Field(() => DecimalScalar, { nullable: true, description: 'Percent off, such as "10".' })
  percentOff: string | null | undefined;
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'The currency of its amounts.' })
  currency: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'What is given for nothing.' })
  getSku: string | null | undefined;
  @Field(() => [String], { nullable: true, description: 'The products it is for; null: all of them.' })
  skus: string[] | null | undefined;
  @Field(() => [ID], { nullable: true, description: 'The accounts it is for; null: everybody.' })
  accountIds: string[] | null | undefined;
  @Field(() => StackingEnum, { description: 'Whether it combines with others of its level.' })
  stacking: PromotionFacts['stacking'];
  @Field(() => Int, { description: 'The highest comes first and decides what combines; of equals the first id.' })
  priority: number;
  @Field(() => Int, { nullable: true, description: 'How often it may be used in all; null: without limit.' })
  useLimit: number | null | undefined;
  @Field(() => Int, { nullable: true, description: 'How often one account may use it; null: without limit.' })
  useLimitPerCustomer: number | null | undefined;
  @Field(() => Boolean, { description: 'Whether it may be had at all.' })
  active: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment it no longer holds; null when it has no end.' })
  validUntil: Date | null | undefined;
  @Field(() => Int, { description: 'Rises by one with each change.' })
  version: number;
}

export const PromotionConnectionType = connectionType('Promotion', PromotionType);
